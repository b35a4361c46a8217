// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Delegating;
import org.folkmoot.constitution.delegation.Delegated;
import org.folkmoot.constitution.delegation.Delegation;
import org.folkmoot.constitution.delegation.Following;
import org.folkmoot.constitution.delegation.Resolution;
import org.folkmoot.constitution.delegation.Share;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.record.Hash;
import org.folkmoot.record.StrictJson;
import org.folkmoot.voting.domain.CountingDelegations;
import org.folkmoot.voting.domain.Groups;
import org.folkmoot.voting.domain.Made;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.RollTotals;
import org.folkmoot.voting.domain.Scope;

/** Whose power the ballots of one poll carry, beside groups that count every ballot as its voter's own. */
public final class Carriers {
    private static final Following FOLLOWING = new Following("\"for\"", "\"against\"");

    private final PollRules rules;
    private final Delegating said;
    private final Delegated delegated;
    private final Map<Hash, Made> made = new HashMap<>();
    private final Set<Hash> absent = new HashSet<>();
    private long last = -1;
    private long reached;
    private Instant ends = Instant.MAX;

    Carriers(PollRules rules, Delegating said, RollTotals roll) {
        this.rules = rules;
        this.said = said;
        this.delegated = new Delegated(new Delegated.Rules(said, FOLLOWING, roll.power(), this::fits));
    }

    /** What becomes of the power of a member, and what their ballot carries. */
    public Share share(Hash member) {
        return delegated.share(member.hex());
    }

    /** Where the power of all went who delegate or to whom somebody delegates. */
    public Resolution resolution() {
        return delegated.resolution();
    }

    /** As of when each scope of the poll counts, if it is counted at a moment. */
    Map<Scope, Instant> moments(Instant at) {
        var definition = rules.definition();
        var opening = earlier(definition.opensAt(), at);
        var moments = new LinkedHashMap<Scope, Instant>();
        for (var scope : Scope.of(rules)) moments.put(scope, isFixed(scope) ? opening : at);
        return moments;
    }

    private boolean isFixed(Scope scope) {
        return said.counts() == Delegating.Counts.OPENING && !(scope instanceof Scope.OfPoll);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Whether delegations must be read again: there are new ones, or one has ended by itself. */
    boolean isStale(long lastMade, Instant at) {
        return last != lastMade || ends.isBefore(at);
    }

    /** Who has a part in these delegations and is new to this. */
    Set<Hash> strangers(Collection<Made> counting) {
        var people = new LinkedHashSet<Hash>();
        for (var one : counting) {
            if (!one.to().isEmpty()) people.add(one.principal());
            people.addAll(one.to().keySet());
        }
        people.removeIf(member -> absent.contains(member) || knows(member));
        return people;
    }

    /** Takes in all delegations that count, in place of those before; who is not on the roll has no part in them. */
    void replace(Collection<Made> counting, long lastMade) {
        last = lastMade;
        ends = counting.stream()
                .filter(one -> !isFixed(one.scope()))
                .flatMap(one -> one.until().stream())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        var before = new HashMap<>(made);
        made.clear();
        for (var one : counting) {
            if (one.to().isEmpty() || !knows(one.principal())) continue;
            made.put(one.principal(), one);
            if (!one.equals(before.remove(one.principal()))) delegated.delegate(one.number(), delegation(one));
        }
        before.keySet().forEach(principal -> delegated.end(principal.hex()));
    }

    private static Delegation delegation(Made made) {
        var to = new LinkedHashMap<String, Long>();
        made.to().forEach((member, weight) -> to.put(member.hex(), weight));
        return new Delegation(made.principal().hex(), to, Map.of());
    }

    /** Takes in what counts of one member now, in place of what did before. */
    void hold(Hash principal, Optional<Made> counting) {
        var now = counting.filter(one -> !one.to().isEmpty() && knows(principal));
        var before = Optional.ofNullable(now.isPresent() ? made.put(principal, now.get()) : made.remove(principal));
        if (now.equals(before)) return;
        now.ifPresentOrElse(
                one -> delegated.delegate(one.number(), delegation(one)), () -> delegated.end(principal.hex()));
    }

    /** The delegations that count in a poll that is followed from its opening on. */
    CountingDelegations counting() {
        var fixed = new LinkedHashMap<Scope, Instant>();
        var scopes = Scope.of(rules);
        for (var scope : scopes)
            if (isFixed(scope)) fixed.put(scope, rules.definition().opensAt());
        return new CountingDelegations(scopes, fixed);
    }

    /** Lets those of the roll in who are new to this. */
    void enter(Set<Hash> wanted, Map<Hash, BigInteger> powers) {
        for (var member : wanted) {
            var power = powers.get(member);
            if (power == null) absent.add(member);
            else delegated.enter(member.hex(), power);
        }
    }

    boolean knows(Hash member) {
        return delegated.knows(member.hex());
    }

    /** Whether nobody has entered. */
    boolean isEmpty() {
        return delegated.isEmpty();
    }

    /** Up to which ballot it knows what was cast. */
    long reached() {
        return reached;
    }

    void reach(long number) {
        reached = number;
    }

    void cast(Hash member, String choice) {
        if (knows(member)) delegated.cast(member.hex(), choice);
    }

    void settle(Groups groups) {
        delegated.settle((choice, ballots, power) -> groups.add((String) choice, ballots, power));
    }

    private boolean fits(Object choice, BigInteger power) {
        try {
            var plain = StrictJson.parse(((String) choice).getBytes(UTF_8)).plain();
            if (rules.isSealed(plain)) return true;
            rules.method().checkPower(plain, power, rules.definition().question());
            return true;
        } catch (InvalidChoice _) {
            return false;
        }
    }
}
