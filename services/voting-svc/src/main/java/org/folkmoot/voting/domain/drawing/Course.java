// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain.drawing;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.record.Hash;
import org.folkmoot.sortition.Draw;
import org.folkmoot.sortition.Reveal;
import org.folkmoot.sortition.Seed;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/**
 * A draw in one of its rounds.
 *
 * @param draw the draw's id
 * @param committers who may make the seed in this round
 * @param least how many of them must
 * @param said what they have said in this round
 */
public record Course(Hash draw, SortedSet<String> committers, int least, Round round, SortedMap<String, Said> said) {
    public Course {
        committers = Collections.unmodifiableSortedSet(new TreeSet<>(committers));
        said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
    }

    /**
     * Takes a commitment, or throws {@link Refused}: the first one of each is final. After the first value there is none, whatever
     * the clock of who takes it says: whoever has seen values could choose theirs.
     */
    public Course commit(String member, int number, String commitment, Instant now) {
        check(member, number);
        if (!round.commits(now) || isRevealed()) throw closed(round.opensAt(), round.revealsAt());
        if (said.containsKey(member)) throw new Refused(new Refusal.AlreadyCommitted(draw, round.number()));
        return with(member, new Said(commitment, Optional.empty()));
    }

    /** Takes a value that was committed to, or throws {@link Refused}. */
    public Course reveal(String member, int number, String value, Instant now) {
        check(member, number);
        if (!round.reveals(now)) throw closed(round.revealsAt(), round.closesAt());
        var before = said.get(member);
        if (before == null) throw new Refused(new Refusal.NotCommitted(draw, round.number()));
        if (before.value().isPresent()) throw new Refused(new Refusal.AlreadyRevealed(draw, round.number()));
        if (!value(member, value).matches(before.commitment()))
            throw new Refused(new Refusal.RevealMismatch(draw, round.number(), before.commitment()));
        return with(member, new Said(before.commitment(), Optional.of(value)));
    }

    /** What becomes of it at a moment. */
    public Turn turn(Instant now) {
        if (now.isBefore(round.revealsAt())) return new Turn.Waits(round.revealsAt());
        if (said.size() < least)
            return new Turn.Fails(
                    "too-few-commitments",
                    said.size() + " committed to a value in round " + round.number() + "; at least " + least + " must.",
                    Collections.emptySortedSet());
        if (now.isBefore(round.closesAt())) return new Turn.Waits(round.closesAt());
        var without = withheld();
        if (without.isEmpty()) return new Turn.Seeded(seed());
        var left = without(without);
        return left.size() < least
                ? new Turn.Fails(
                        "too-few-committers",
                        without.size() + " did not reveal in round " + round.number() + ", and without them "
                                + left.size() + " are left to make the seed; at least " + least + " must.",
                        without)
                : new Turn.Again(without);
    }

    private boolean isRevealed() {
        return said.values().stream().anyMatch(one -> one.value().isPresent());
    }

    private SortedSet<String> withheld() {
        var without = new TreeSet<String>();
        said.forEach((member, one) -> {
            if (one.value().isEmpty()) without.add(member);
        });
        return without;
    }

    /** Who may make the seed without these. */
    public SortedSet<String> without(SortedSet<String> some) {
        var left = new TreeSet<>(committers);
        left.removeAll(some);
        return left;
    }

    private Seed seed() {
        var commitments = new TreeMap<String, String>();
        said.forEach((member, one) -> commitments.put(member, one.commitment()));
        return Seed.of(
                commitments,
                said.entrySet().stream()
                        .map(one -> value(one.getKey(), one.getValue().value().orElseThrow()))
                        .toList());
    }

    private Reveal value(String member, String value) {
        return new Reveal(Draw.round(draw.hex(), round.number()), member, value);
    }

    private void check(String member, int number) {
        if (!committers.contains(member)) throw new Refused(new Refusal.NotACommitter(draw, Hash.parse(member)));
        if (number != round.number()) throw new Refused(new Refusal.OtherRound(draw, number, round.number()));
    }

    private Refused closed(Instant from, Instant until) {
        return new Refused(new Refusal.OutOfTime(draw, from, until));
    }

    private Course with(String member, Said one) {
        var more = new TreeMap<>(said);
        more.put(member, one);
        return new Course(draw, committers, least, round, more);
    }
}
