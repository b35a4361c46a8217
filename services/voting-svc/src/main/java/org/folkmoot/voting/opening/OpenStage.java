// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.policy.Fraction;
import org.folkmoot.voting.Box;
import org.folkmoot.voting.DelegatedPolls;
import org.folkmoot.voting.Electorates;
import org.folkmoot.voting.Followed;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.RollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.TrendStore;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Progress;
import org.folkmoot.voting.domain.RollTotals;
import org.folkmoot.voting.domain.Terms;

/**
 * Opens the polls of a stage together: the one that was asked for, and one for each other chamber. Theirs follow from the
 * first and the policy, so nobody has to ask for them. A chamber in which there is nobody has no poll, and says nothing.
 */
@ApplicationScoped
class OpenStage {
    private final PollStore polls;
    private final RollStore rolls;
    private final Rulebook rulebook;
    private final TrendStore trends;
    private final Electorates electorates;
    private final DelegatedPolls delegatedPolls;
    private final Outbox outbox;

    OpenStage(
            PollStore polls,
            RollStore rolls,
            Rulebook rulebook,
            TrendStore trends,
            Electorates electorates,
            DelegatedPolls delegatedPolls,
            Outbox outbox) {
        this.delegatedPolls = delegatedPolls;
        this.electorates = electorates;
        this.trends = trends;
        this.polls = polls;
        this.rolls = rolls;
        this.rulebook = rulebook;
        this.outbox = outbox;
    }

    private record Counted(PollRules rules, RollTotals roll) {}

    private record Opening(Box box, Poll.Waiting poll) {}

    /** Opens the stage of a poll, or throws {@link PollRules.Unfit} or {@link ExpressionFailed} before anything is written. */
    @Transactional(
            value = TxType.MANDATORY,
            dontRollbackOn = {PollRules.Unfit.class, ExpressionFailed.class})
    void handle(long no, Poll.Waiting waiting, Instant now) {
        // Everything that may turn out to be impossible comes before the first row that is written.
        var lead = counted(waiting.definition());
        if (lead.roll.members() == 0) throw new PollRules.Unfit("Nobody is on the roll.");
        var judge = judge(lead.rules);
        var others = lead.rules.others().stream().map(this::counted).toList();
        var openings = new ArrayList<>(List.of(new Opening(box(no, lead), waiting)));
        for (var other : others) if (other.roll.members() > 0) openings.add(added(other, waiting.terms()));
        var progress = lead.rules.followed() ? Optional.of(progress(openings, judge)) : Optional.<Progress>empty();
        var delegating = delegating(openings);
        for (var opening : openings) {
            var running = opening.poll.open(opening.box.roll(), progress, now);
            polls.save(opening.box.no(), running);
            if (progress.isPresent() && !delegating.isEmpty()) delegatedPolls.begin(opening.box.no(), delegating);
            outbox.add(OpeningEvent.of(running));
        }
        if (lead.rules.closesTogether())
            polls.join(openings.stream().map(opening -> opening.box.no()).toList());
    }

    private static List<String> delegating(List<Opening> openings) {
        return openings.stream()
                .map(opening -> opening.box.rules().electorate().body())
                .filter(body -> body.delegation().isPresent())
                .map(Body::name)
                .distinct()
                .toList();
    }

    private Judge judge(PollRules rules) {
        try {
            return Judge.of(rules.policy(), rulebook.plugins());
        } catch (ConstitutionRefused e) {
            throw new PollRules.Unfit("A rule of the policy cannot be used here: " + e.getMessage());
        }
    }

    private Progress progress(List<Opening> openings, Judge judge) {
        var boxes = openings.stream().map(Opening::box).toList();
        return Followed.from(boxes, judge, pinned(boxes.getFirst())).progress();
    }

    private Map<String, Fraction> pinned(Box lead) {
        var policy = lead.rules().policy();
        if (policy.trends().isEmpty()) return Map.of();
        var remembered = trends.remembered(lead.rules().definition().community(), policy.name());
        trends.pin(lead.no(), policy.name(), remembered);
        return remembered;
    }

    private Box box(long no, Counted counted) {
        return new Box(no, counted.rules, counted.roll, electorates.of(counted.rules, counted.roll), Optional.empty());
    }

    private Counted counted(PollDefinition definition) {
        var rules = rulebook.of(definition);
        return new Counted(rules, rolls.count(rules));
    }

    private Opening added(Counted other, Terms first) {
        var definition = other.rules.definition();
        var text = new String(definition.canonical(), StandardCharsets.UTF_8);
        var terms = new Terms(definition.id(), first.community(), first.proposal(), text, first.submittedAt());
        var waiting = new Poll.Waiting(terms, definition);
        if (!polls.add(waiting)) throw new IllegalStateException("the poll " + terms.poll() + " is there already");
        var no = polls.lock(terms.poll()).orElseThrow().no();
        return new Opening(box(no, other), waiting);
    }
}
