// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.constitution.course.Cast;
import org.folkmoot.constitution.course.Change;
import org.folkmoot.constitution.course.Electorate;
import org.folkmoot.constitution.course.Follow;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Result;
import org.folkmoot.voting.domain.Groups;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Progress;
import org.folkmoot.voting.domain.RollTotals;

/** The polls of one stage as far as they are followed: which ballots were taken, and what they came to. */
public final class Followed {
    /** The poll of one chamber. */
    public record Box(long no, PollRules rules, RollTotals roll, Electorate electorate) {}

    private static final class Count {
        private final Box box;
        private final Groups groups;
        private long number;
        private boolean dirty;

        private Count(Box box) {
            this.box = box;
            this.groups = box.rules.groups();
        }

        private Result result() {
            return box.rules.tally(groups.counted());
        }
    }

    private final long lead;
    private final Instant latestAt;
    private final Follow follow;
    private final Map<Long, Count> counts = new LinkedHashMap<>();
    private Instant last;
    private boolean late;

    private Followed(List<Box> boxes, Follow follow) {
        var first = boxes.getFirst();
        var opensAt = first.rules.definition().opensAt();
        this.lead = first.no;
        this.latestAt = opensAt.plus(first.rules.stage().timing().latest());
        this.follow = follow;
        this.last = opensAt.minusMillis(1);
        boxes.forEach(box -> counts.put(box.no, new Count(box)));
    }

    /** Follows the polls of a stage, the one that leads them first, from their opening on. */
    public static Followed from(List<Box> boxes, Judge judge, Map<String, Fraction> trends) {
        var rules = boxes.getFirst().rules;
        var electorates = boxes.stream()
                .collect(Collectors.toMap(box -> box.rules.chamber().body(), Box::electorate, (one, _) -> one));
        var opensAt = rules.definition().opensAt();
        return new Followed(boxes, Follow.of(judge, rules.stage().name(), opensAt, electorates, trends));
    }

    /** Which ballot of each poll was taken last. */
    Map<Long, Long> known() {
        var known = new LinkedHashMap<Long, Long>();
        counts.forEach((no, count) -> known.put(no, count.number));
        return known;
    }

    /** Takes the next ballot; those of one moment count together, so {@link #settle} must follow the last one. */
    void take(Fresh fresh) {
        if (!fresh.at().equals(last)) settle();
        late |= fresh.at().isBefore(follow.clock());
        var count = count(fresh.no());
        fresh.replaced()
                .ifPresent(old -> count.groups.add(old.choice(), -1, old.power().negate()));
        count.groups.add(fresh.choice(), 1, fresh.power());
        count.number = fresh.number();
        count.dirty = true;
        last = fresh.at();
    }

    /** Counts what was taken; false if time had passed beyond it before, after which this is of no use any more. */
    boolean settle() {
        for (var count : counts.values()) {
            if (count.dirty && !late)
                follow.take(new Cast(last, count.box.rules.chamber().name(), count.result()));
            count.dirty = false;
        }
        return !late;
    }

    /** Lets time pass. */
    public void advance(Instant to) {
        follow.advance(to);
    }

    /** The moment at which the next ballots are accepted: now, but behind everything that has happened. */
    public Instant soonest(Instant now) {
        var behind = last.plusMillis(1).isAfter(follow.clock()) ? last.plusMillis(1) : follow.clock();
        return now.isAfter(behind) ? now : behind;
    }

    /** What was decided, if it was. */
    public Optional<Follow.Verdict> verdict() {
        return follow.verdict();
    }

    /** The only choices that are taken now; nothing while all of them are. */
    public Optional<List<String>> only() {
        return follow.only();
    }

    /** How the ballots of a poll are counted. */
    public Result result(long no) {
        return count(no).result();
    }

    /** The rules of the poll that leads the stage. */
    public PollRules rules() {
        return count(lead).box.rules;
    }

    /** What the policy remembers when it is decided. */
    public Map<String, Fraction> trends() {
        return follow.trends();
    }

    /** How far it has come. */
    public Progress progress() {
        return new Progress(lead, follow.closesAt(), follow.next(), latestAt, follow.phase());
    }

    /** What has happened last. */
    Change latest() {
        return follow.log().getLast();
    }

    private Count count(long no) {
        var count = counts.get(no);
        if (count == null) throw new IllegalArgumentException("the poll number " + no + " is not of this stage");
        return count;
    }
}
