// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which keys sign for a member, by nothing but the acts that changed them.
 *
 * <p>The member's id follows from the first key. Every later key was added by an act that a key signed which was valid
 * before it, and has consented; or by so many guardians whom such an act had named. Guardians are taken at their first
 * keys: whoever agreed with another one is not counted here, since that would need the guardian's own history.
 */
public final class KeyHistory {
    private final Hash community;
    private final Hash member;
    private final Verifier verifier;
    private final Set<PublicKey> valid = new HashSet<>();
    private final Set<PublicKey> ended = new HashSet<>();
    private final Map<PublicKey, Instant> compromised = new HashMap<>();
    private final Map<Hash, Agreed> recoveries = new HashMap<>();
    private final Set<Guards> guards = new HashSet<>();
    // After a recovery the first key is over, too.
    private boolean recovered;

    private Optional<Change> pending = Optional.empty();

    private record Change(List<PublicKey> keys, Instant due) {}

    private record Guards(Set<Hash> guardians, long threshold, long delay, Instant from) {}

    private record Agreed(List<PublicKey> keys, Set<Hash> guardians) {}

    /** Begins with a member whose first key is whatever the id follows from. */
    public KeyHistory(Hash community, Hash member, Verifier verifier) {
        this.community = community;
        this.member = member;
        this.verifier = verifier.strict();
    }

    /** Says whether a key signed for the member at a moment, which is not before anything that was applied. */
    public boolean isValid(PublicKey key, Instant at) {
        settle(at);
        return isValid(key);
    }

    private boolean isValid(PublicKey key) {
        return valid.contains(key)
                || (!recovered
                        && !ended.contains(key)
                        && MemberIds.of(community, key).equals(member));
    }

    /** Since when somebody else may have signed with a key, if the member said so. */
    public Optional<Instant> compromisedSince(PublicKey key) {
        return Optional.ofNullable(compromised.get(key));
    }

    /** Applies the next act; what does not follow from the acts before it is a {@link BrokenHistory}. */
    public void apply(Envelope envelope, Instant acceptedAt) {
        settle(acceptedAt);
        var act = open(envelope);
        switch (act.type()) {
            case "key.add/1" -> add(own(act));
            case "key.revoke/1" -> revoke(own(act));
            case "key.compromise/1" -> compromise(own(act));
            case "guardians.name/1" -> name(own(act), acceptedAt);
            case "recovery.start/1" -> start(act, acceptedAt);
            case "recovery.approve/1" -> agree(act.subject(), act, acceptedAt);
            default -> throw new BrokenHistory("an act of the type " + act.type() + " changes no keys");
        }
    }

    private Act open(Envelope envelope) {
        try {
            var act = Acts.open(envelope, verifier).act();
            if (!act.community().equals(community)) throw new BrokenHistory("an act of another community");
            return act;
        } catch (BadSignature | PasskeyRefused _) {
            throw new BrokenHistory("an act that its key has not signed");
        }
    }

    private Act own(Act act) {
        if (!act.actor().equals(member) || !isValid(act.key()))
            throw new BrokenHistory(
                    act.type() + " is signed by " + act.key() + ", which did not sign for " + member + " then");
        return act;
    }

    private void add(Act act) {
        valid.add(consent(Fields.exactly(act.body(), Set.of("consent")).value("consent")));
    }

    private void revoke(Act act) {
        end(Fields.exactly(act.body(), Set.of("key")).key("key"));
    }

    private void compromise(Act act) {
        var body = Fields.exactly(act.body(), Set.of("key", "since"));
        var key = body.key("key");
        compromised.putIfAbsent(key, body.time("since"));
        if (isValid(key)) end(key);
    }

    private void name(Act act, Instant at) {
        var body = Fields.exactly(act.body(), Set.of("delaySeconds", "guardians", "threshold"));
        var guardians = new HashSet<Hash>();
        for (var guardian : body.array("guardians").items())
            if (guardian instanceof Json.Str(String id)) guardians.add(Hash.parse(id));
        // New guardians wait for the old ones' delay.
        var from = current(at).map(before -> at.plusSeconds(before.delay)).orElse(at);
        guards.add(new Guards(guardians, body.count("threshold"), body.count("delaySeconds"), from));
    }

    private void start(Act act, Instant at) {
        if (!act.subject().equals(member)) throw new BrokenHistory("a recovery of another member");
        var keys = Fields.exactly(act.body(), Set.of("consents")).array("consents").items().stream()
                .map(this::consent)
                .toList();
        recoveries.put(act.id(), new Agreed(keys, new HashSet<>()));
        agree(act.id(), act, at);
    }

    private void agree(Hash recovery, Act act, Instant at) {
        var agreed = recoveries.get(recovery);
        var rules = current(at).orElseThrow(() -> new BrokenHistory("a recovery without guardians"));
        if (agreed == null) throw new BrokenHistory("an approval of a recovery that nobody started");
        if (!rules.guardians.contains(act.actor())
                || !MemberIds.of(community, act.key()).equals(act.actor()))
            throw new BrokenHistory(act.actor() + " is no guardian who signed with the first key");
        long before = count(agreed, rules);
        agreed.guardians.add(act.actor());
        if (before < rules.threshold && count(agreed, rules) >= rules.threshold)
            pending = Optional.of(new Change(agreed.keys, at.plusSeconds(rules.delay)));
    }

    private static long count(Agreed agreed, Guards rules) {
        return agreed.guardians.stream().filter(rules.guardians::contains).count();
    }

    /** What guardians agreed on holds when the member can object no more. */
    private void settle(Instant at) {
        pending.filter(change -> !change.due.isAfter(at)).ifPresent(change -> {
            ended.addAll(valid);
            valid.clear();
            recovered = true;
            valid.addAll(change.keys);
            pending = Optional.empty();
        });
    }

    private Optional<Guards> current(Instant at) {
        return guards.stream().filter(rules -> !rules.from.isAfter(at)).max(Comparator.comparing(Guards::from));
    }

    private PublicKey consent(Json json) {
        if (!(json instanceof Json.Obj object)) throw new BrokenHistory("a consent that is no envelope");
        var act = open(envelope(object));
        if (!act.type().equals("key.accept/1")
                || !act.actor().equals(member)
                || !act.subject().equals(member))
            throw new BrokenHistory("a key that has not consented to be this member's");
        if (ended.contains(act.key())) throw new BrokenHistory(act.key() + " was revoked before");
        return act.key();
    }

    private static Envelope envelope(Json.Obj object) {
        try {
            return Envelope.read(object.canonical());
        } catch (UnsupportedSuite _) {
            throw new BrokenHistory("a consent that nobody here can check");
        }
    }

    private void end(PublicKey key) {
        if (!isValid(key)) throw new BrokenHistory(key + " did not sign for the member when it was revoked");
        valid.remove(key);
        ended.add(key);
    }
}
