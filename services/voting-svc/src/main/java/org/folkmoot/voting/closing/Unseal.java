// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.StrictJson;
import org.folkmoot.sealing.Point;
import org.folkmoot.sealing.SealedBallot.Label;
import org.folkmoot.sealing.Shares;
import org.folkmoot.voting.SealedStore;
import org.folkmoot.voting.SealedStore.Counting;
import org.folkmoot.voting.SealedStore.Given;
import org.folkmoot.voting.SealedStore.Read;
import org.folkmoot.voting.TallyStore;
import org.folkmoot.voting.domain.Groups;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Unsealed;

/**
 * Opens the sealed ballots of a poll that is closed, as soon as a quorum of trustees has given their shares. A ballot that
 * does not open, or says what nobody can choose, is spoilt: it is no ballot for any rule, and its number is told.
 */
@ApplicationScoped
class Unseal {
    /**
     * What the ballots say.
     *
     * @param choices what those say that are not spoilt, by who cast them
     * @param known when that was known
     * @param how they were opened; nothing if there was no ballot
     */
    record Opened(Groups groups, Map<Hash, String> choices, Instant known, Optional<Unsealed> how) {}

    private final SealedStore sealed;
    private final TallyStore tallies;
    private final Clock clock;

    Unseal(SealedStore sealed, TallyStore tallies, Clock clock) {
        this.sealed = sealed;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** Whether a poll whose row is held waits for trustees; from then on they can give their shares. */
    @Transactional(TxType.MANDATORY)
    boolean waits(long no, Poll.Running poll) {
        if (tallies.accepted(no) == 0) return false;
        if (poll instanceof Poll.Unsealing unsealing && unsealing.unsealedAt().isPresent()) return false;
        sealed.begin(no, clock.instant());
        return true;
    }

    /** What the ballots of a poll say that does not wait. */
    @Transactional(TxType.MANDATORY)
    Opened handle(long no, Poll.Running poll, PollRules rules) {
        return poll instanceof Poll.Unsealing unsealing
                ? open(no, rules, unsealing.unsealedAt().orElseThrow())
                : new Opened(rules.groups(), Map.of(), poll.closesAt(), Optional.empty());
    }

    private Opened open(long no, PollRules rules, Instant known) {
        var key = rules.seal().orElseThrow().key();
        var quorum =
                sealed.given(no).stream().limit(key.quorum()).map(Given::shares).toList();
        var points = Shares.combine(key, quorum);
        var counting = sealed.counting(no);
        if (points.size() != counting.size())
            throw new IllegalStateException(
                    "the shares are for " + points.size() + " ballots, and " + counting.size() + " count");
        var read = new ArrayList<Read>(counting.size());
        var groups = rules.groups();
        var choices = new LinkedHashMap<Hash, String>();
        for (int i = 0; i < counting.size(); i++) {
            var ballot = counting.get(i);
            var said = read(rules, ballot, points.get(i));
            said.choice().ifPresent(choice -> {
                groups.add(choice, 1, ballot.power());
                choices.put(ballot.member(), choice);
            });
            read.add(said);
        }
        sealed.open(no, read);
        long spoilt =
                read.stream().filter(ballot -> ballot.spoilt().isPresent()).count();
        var trustees = quorum.stream().map(Shares::trustee).sorted().toList();
        return new Opened(groups, choices, known, Optional.of(new Unsealed(read.size(), spoilt, trustees)));
    }

    private static Read read(PollRules rules, Counting counting, Point point) {
        var label = new Label(rules.definition().id(), counting.member());
        return counting.ballot()
                .open(point, label)
                .map(choice -> read(rules, counting.number(), choice, counting.power()))
                .orElseGet(() -> spoilt(counting.number(), "unreadable"));
    }

    private static Read read(PollRules rules, long number, byte[] choice, BigInteger power) {
        try {
            rules.method()
                    .check(
                            StrictJson.parse(choice).plain(),
                            power,
                            rules.definition().question());
            return new Read(number, Optional.of(new String(choice, UTF_8)), Optional.empty());
        } catch (Malformed _) {
            return spoilt(number, "unreadable");
        } catch (InvalidChoice _) {
            return spoilt(number, "not-a-choice");
        }
    }

    private static Read spoilt(long number, String why) {
        return new Read(number, Optional.empty(), Optional.of(why));
    }
}
