// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.List;
import java.util.Optional;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policies.RankedChoice.Mode;
import org.folkmoot.policies.RankedChoice.Settings;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;

/** Builds settings of a count of rankings one by one; whatever is not said is left out. */
final class RankedRuns {
    private Optional<Mode> mode = Optional.empty();
    private Optional<Long> winners = Optional.empty();
    private Optional<Fraction> percentage = Optional.empty();
    private Optional<OvervoteRule> overvotes = Optional.empty();
    private Optional<Long> maxSkipped = Optional.empty();
    private Optional<Boolean> duplicate = Optional.empty();
    private Optional<Boolean> batch = Optional.empty();
    private Optional<Boolean> cutoff = Optional.empty();
    private Optional<Boolean> untilTwo = Optional.empty();
    private Optional<Boolean> firstRound = Optional.empty();
    private Optional<Boolean> hare = Optional.empty();
    private Optional<Boolean> parts = Optional.empty();
    private Optional<Long> minimum = Optional.empty();
    private Optional<Long> stop = Optional.empty();
    private Optional<List<String>> excluded = Optional.empty();
    private Optional<List<String>> neverWins = Optional.empty();
    private Optional<RankedTieBreak> tie = Optional.empty();
    private Optional<List<String>> order = Optional.empty();
    private Optional<Long> seed = Optional.empty();

    RankedRuns mode(Mode value, long seats) {
        mode = Optional.of(value);
        winners = Optional.of(seats);
        return this;
    }

    RankedRuns percentage(Fraction value) {
        mode = Optional.of(Mode.BOTTOMS_UP_USING_PERCENTAGE_THRESHOLD);
        percentage = Optional.of(value);
        return this;
    }

    RankedRuns overvotes(OvervoteRule value) {
        overvotes = Optional.of(value);
        return this;
    }

    RankedRuns maxSkipped(long value) {
        maxSkipped = Optional.of(value);
        return this;
    }

    RankedRuns duplicate() {
        duplicate = Optional.of(true);
        return this;
    }

    RankedRuns batch(boolean value) {
        batch = Optional.of(value);
        return this;
    }

    RankedRuns cutoff() {
        cutoff = Optional.of(true);
        return this;
    }

    RankedRuns untilTwo(boolean value) {
        untilTwo = Optional.of(value);
        return this;
    }

    RankedRuns firstRound() {
        firstRound = Optional.of(true);
        return this;
    }

    RankedRuns hare() {
        hare = Optional.of(true);
        return this;
    }

    RankedRuns parts() {
        parts = Optional.of(true);
        return this;
    }

    RankedRuns minimum(long value) {
        minimum = Optional.of(value);
        return this;
    }

    RankedRuns stop(long value) {
        stop = Optional.of(value);
        return this;
    }

    RankedRuns excluded(String... names) {
        excluded = Optional.of(List.of(names));
        return this;
    }

    RankedRuns neverWins(String... names) {
        neverWins = Optional.of(List.of(names));
        return this;
    }

    RankedRuns tie(RankedTieBreak value) {
        tie = Optional.of(value);
        return this;
    }

    RankedRuns order(String... names) {
        order = Optional.of(List.of(names));
        return this;
    }

    RankedRuns seed(long value) {
        seed = Optional.of(value);
        return this;
    }

    Settings settings() {
        return new Settings(
                mode,
                winners,
                percentage,
                overvotes,
                maxSkipped,
                Optional.empty(),
                duplicate,
                batch,
                cutoff,
                untilTwo,
                firstRound,
                hare,
                parts,
                Optional.empty(),
                minimum,
                stop,
                excluded,
                neverWins,
                tie,
                order,
                seed);
    }

    Result count(Question question, Counted... ballots) {
        var method = new RankedChoice();
        method.checkQuestion(question, settings());
        for (var group : ballots) {
            method.check(group.choice(), question, settings());
        }
        return method.tally(List.of(ballots), question, settings());
    }
}
