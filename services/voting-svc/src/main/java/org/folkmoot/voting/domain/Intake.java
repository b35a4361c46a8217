// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.constitution.Revote;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * Rules on ballots one after the other, in the order they are taken in, and remembers what each one changes.
 *
 * <p>It is told beforehand what the record says about the polls and members concerned. The same member may come several
 * times in one batch: the second ballot meets the first.
 */
public final class Intake {
    /** A member of a community, who has one sequence of numbers for all polls. */
    public record Actor(Hash community, Hash member) {}

    /** A member as a voter in one poll. */
    public record VoterIn(Hash poll, Hash member) {}

    private final Instant now;
    private final Map<Hash, Long> lastNumbers = new HashMap<>();
    private final Map<Actor, Long> lastSeqs = new HashMap<>();
    private final Set<VoterIn> voted = new HashSet<>();
    private final Set<VoterIn> revoters = new LinkedHashSet<>();
    private final Map<Hash, Ruling.Accepted> accepted = new HashMap<>();
    private final Map<Hash, Refusal> shut = new HashMap<>();
    private final Map<Hash, List<String>> only = new HashMap<>();

    /** Starts at a moment, at which everything that it accepts is accepted. */
    public Intake(Instant now) {
        this.now = now;
    }

    /** A poll takes no ballots, for this reason. */
    public void shut(Hash poll, Refusal reason) {
        shut.put(poll, reason);
    }

    /** A poll takes these choices and no others. */
    public void only(Hash poll, List<String> choices) {
        only.put(poll, choices);
    }

    /** A poll's last ballot has this number; 0 if there is none. */
    public void lastNumber(Hash poll, long number) {
        lastNumbers.put(poll, number);
    }

    /** A member's last act has this number. */
    public void lastSeq(Actor actor, long seq) {
        lastSeqs.put(actor, seq);
    }

    /** A member has a ballot in a poll. */
    public void voted(VoterIn voter) {
        voted.add(voter);
    }

    /** An act was accepted before. */
    public void accepted(Ruling.Accepted earlier) {
        accepted.put(earlier.act(), earlier);
    }

    /** Rules on the next ballot. */
    public Ruling rule(Attempt attempt) {
        var earlier = accepted.get(attempt.act());
        if (earlier != null)
            return deny(new Refusal.ActDuplicate(attempt.act(), earlier.number(), earlier.acceptedAt()));
        var reason = shut.get(attempt.poll());
        if (reason != null) return deny(reason);
        var choices = only.get(attempt.poll());
        if (choices != null && !isAmong(choices, attempt.choice()))
            return deny(new Refusal.ChoiceClosed(attempt.poll(), choices));
        var actor = new Actor(attempt.community(), attempt.member());
        var last = lastSeqs.get(actor);
        if (last != null && attempt.seq() <= last) return deny(new Refusal.SeqReplayed(attempt.seq(), last));
        var voter = new VoterIn(attempt.poll(), attempt.member());
        boolean again = !voted.add(voter);
        if (again && attempt.revote() == Revote.FIRST)
            return deny(new Refusal.AlreadyVoted(attempt.poll(), attempt.member()));
        if (again) revoters.add(voter);
        lastSeqs.put(actor, attempt.seq());
        var ruling = new Ruling.Accepted(attempt.act(), lastNumbers.merge(attempt.poll(), 1L, Long::sum), now);
        accepted(ruling);
        return ruling;
    }

    /** Whose ballots were accepted of whom the poll has others. */
    public Set<VoterIn> revoters() {
        return Collections.unmodifiableSet(revoters);
    }

    /** Whether a choice, in its one spelling, is among some. */
    public static boolean isAmong(List<String> choices, String canonicalChoice) {
        return choices.stream().map(Json::of).map(Json::canonicalText).anyMatch(canonicalChoice::equals);
    }

    private static Ruling deny(Refusal reason) {
        return new Ruling.Denied(reason);
    }
}
