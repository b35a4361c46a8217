// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.constitution.Revote;
import org.folkmoot.constitution.check.CheckLanes.Reason;
import org.folkmoot.constitution.reach.AnyRoll.Answer;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.constitution.reach.Wish;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;

/** Compares two chambers: whether whatever passes one surely passes the other, or which ballots show that it does not. */
final class CheckLaneRules {
    private final Scene scene;
    private final Docket fast;
    private final Docket normal;

    CheckLaneRules(Scene scene, Docket fast, Docket normal) {
        this.scene = scene;
        this.fast = fast;
        this.normal = normal;
    }

    /** Why a chamber of the faster lane does not stand for one of the other policy. */
    Optional<Reason> weaker(Bench here, Bench there) {
        if (!here.method().id().equals(there.method().id())
                || !here.method().settings().equals(there.method().settings())) {
            return Optional.of(new Reason(
                    Reason.UNPROVEN,
                    "It votes by '" + here.method().id() + "', and the other by '"
                            + there.method().id() + "'."));
        }
        if (here.chamber().revote() != there.chamber().revote()
                && here.chamber().revote() == Revote.FIRST) {
            return Optional.of(
                    new Reason(Reason.WEAKER, "Here a ballot is final, and in the other members may change it."));
        }
        if (!here.method().countsAreChoices()) {
            return same(here, there)
                    ? Optional.empty()
                    : Optional.of(new Reason(
                            Reason.UNPROVEN,
                            "What '" + here.method().id() + "' counts cannot be compared but by equal rules."));
        }
        // Of approving chambers the faster one must imply the other; of vetoing ones the other way round.
        var strong = here.vetoes() ? there : here;
        var weak = here.vetoes() ? here : there;
        var ends = here.vetoes() ? normal : fast;
        for (var rates : List.of(ends.atTheEnd(), ends.atTheOpening())) {
            for (var clause : weak.clauses()) {
                var found = against(strong, clause, rates);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean same(Bench here, Bench there) {
        return there.clauses().stream()
                .allMatch(clause -> here.clauses().stream()
                        .anyMatch(other ->
                                other.named().blocks() == clause.named().blocks()
                                        && other.rule().equals(clause.rule())));
    }

    /** Ballots that the one passes and the other does not, as a reason. */
    private Optional<Reason> against(Bench strong, Clause clause, Map<String, Fraction> rates) {
        var other = normal.policy().name();
        if (strong.clauses().stream()
                .anyMatch(each -> each.named().blocks() == clause.named().blocks()
                        && each.rule().equals(clause.rule()))) {
            return Optional.empty();
        }
        var wishes = new ArrayList<Wish>();
        strong.clauses().forEach(each -> wishes.add(new Wish(each, true)));
        wishes.add(new Wish(clause, false));
        var all = new Bench(
                strong.chamber(),
                strong.path(),
                strong.method(),
                Stream.concat(strong.clauses().stream(), Stream.of(clause)).toList());
        return switch (all.asksAny(rates, scene).orElseThrow().smallest(wishes, 1)) {
            case Answer.Never _ -> Optional.empty();
            case Answer.Unknown _ ->
                Optional.of(new Reason(
                        Reason.UNPROVEN,
                        "Nobody can tell whether whatever passes here satisfies '" + clause.name() + "' in '" + other
                                + "'."));
            case Answer.Smallest(Facts facts) ->
                Optional.of(new Reason(
                        Reason.WEAKER,
                        "With " + Said.ballots(facts) + " of " + facts.rollPower()
                                + (strong.vetoes()
                                        ? " it is vetoed in '" + other + "' and not here: "
                                        : " it passes here and not in '" + other + "': ")
                                + clause.words(facts)));
        };
    }
}
