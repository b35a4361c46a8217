// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.course.Change;
import org.folkmoot.constitution.course.Follow;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Result;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Progress;

/** The polls of one stage as far as they are followed: which ballots were taken, and what they came to. */
public final class Followed {
    private final long lead;
    private final Instant latestAt;
    private final Follow follow;
    private final StageCounts counts;
    private Instant last;
    private boolean late;
    private volatile boolean torn;
    private Optional<Instant> delegatedAt = Optional.empty();

    private Followed(List<Box> boxes, Follow follow) {
        var first = boxes.getFirst();
        var opensAt = first.rules().definition().opensAt();
        this.lead = first.no();
        this.latestAt = opensAt.plus(first.rules().stage().timing().latest());
        this.follow = follow;
        this.last = opensAt.minusMillis(1);
        this.counts = new StageCounts(boxes);
    }

    /** Follows the polls of a stage, the one that leads them first, from their opening on. */
    public static Followed from(List<Box> boxes, Judge judge, Map<String, Fraction> trends) {
        var rules = boxes.getFirst().rules();
        var electorates = boxes.stream()
                .collect(Collectors.toMap(box -> box.rules().chamber().body(), Box::electorate, (one, _) -> one));
        var opensAt = rules.definition().opensAt();
        return new Followed(boxes, Follow.of(judge, rules.stage().name(), opensAt, electorates, trends));
    }

    /** Which ballot of each poll was taken last. */
    Map<Long, Long> known() {
        return counts.known();
    }

    /** What each poll has come to. */
    Collection<BoxCount> counts() {
        return counts.all();
    }

    /** Whether members delegate in some chamber. */
    boolean delegates() {
        return counts.delegate();
    }

    /** The last delegation that it has heard of; 0 if there is none. */
    long heard() {
        return counts.heard();
    }

    /**
     * Takes the next ballot, behind the delegations that were made before it; those of one moment count together, so
     * {@link #settle} must follow the last one.
     */
    void take(Fresh fresh) {
        torn = true;
        delegate(fresh.at());
        begin(fresh.at());
        counts.of(fresh.no()).take(fresh);
    }

    /** Takes the delegations that it has heard of, up to a moment. */
    private void delegate(Instant to) {
        for (var next = counts.nextDelegated(to); next.isPresent(); next = counts.nextDelegated(to)) {
            var count = next.get();
            var carrying = count.carrying().orElseThrow();
            begin(carrying.next().orElseThrow());
            if (delegationsCount()) count.delegate();
            else carrying.skip();
        }
    }

    private void begin(Instant at) {
        if (at.equals(last)) return;
        count(last);
        late |= at.isBefore(follow.clock());
        if (!late) pass(at);
        last = at;
    }

    /** Counts what was taken; false if time had passed beyond it before, after which this is of no use any more. */
    boolean settle() {
        torn = true;
        delegate(Instant.MAX);
        count(last);
        torn = false;
        return !late;
    }

    /** It is about to be told something, of which the half is nothing. */
    void tear() {
        torn = true;
    }

    /** Whether everything that it was told is counted, so that nothing failed in the midst of it, and it is of use. */
    boolean isWhole() {
        return !torn && !late;
    }

    private void count(Instant at) {
        if (late) return;
        var open = follow.verdict().isEmpty();
        follow.take(counts.settle(at));
        if (open && follow.verdict().isPresent()) delegatedAt = Optional.of(at.plusMillis(1));
    }

    /** Lets time pass. What ends by itself at a moment holds in what else happens by itself at it. */
    public void advance(Instant to) {
        torn = true;
        pass(to);
        torn = false;
    }

    private void pass(Instant to) {
        for (var end = counts.nextEnd(); end.filter(at -> !at.isAfter(to)).isPresent(); end = counts.nextEnd()) {
            follow.advance(end.get());
            if (!delegationsCount()) break;
            counts.end(end.get());
            count(end.get());
        }
        follow.advance(to);
    }

    /** While it cools off only some may turn it, so who votes for whom stands as it was when that began. */
    private boolean delegationsCount() {
        return follow.verdict().isEmpty() && follow.coolingSince().isEmpty();
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
        return counts.of(no).result();
    }

    /** What was decided, with what the ballots of each chamber carried for others. */
    public Decision explain(Decision decision) {
        return counts.explain(decision);
    }

    /** As of when delegations counted in what was decided; nothing where members delegate in no chamber. */
    public Optional<Instant> delegatedAt() {
        return follow.verdict()
                .filter(_ -> delegates())
                .map(verdict -> frozenAt().or(() -> delegatedAt).orElse(verdict.at()));
    }

    /** As of when delegations count for good before it is decided; nothing while they still come. */
    public Optional<Instant> frozenAt() {
        return follow.coolingSince().filter(_ -> delegates());
    }

    /** The rules of the poll that leads the stage. */
    public PollRules rules() {
        return counts.of(lead).box().rules();
    }

    /** What the policy remembers when it is decided. */
    public Map<String, Fraction> trends() {
        return follow.trends();
    }

    /** How far it has come. */
    public Progress progress() {
        var next = follow.next();
        var lookAt = counts.nextEnd()
                .filter(end -> delegationsCount() && end.isBefore(next))
                .orElse(next);
        return new Progress(
                lead, follow.closesAt(), lookAt, latestAt, follow.phase(), follow.clock(), follow.lasting());
    }

    /** What has happened last. */
    Change latest() {
        return follow.log().getLast();
    }
}
