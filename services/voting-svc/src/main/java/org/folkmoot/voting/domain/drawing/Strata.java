// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain.drawing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.DrawPlan;
import org.folkmoot.constitution.ElectorateRule;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.Voter;
import org.folkmoot.sortition.Person;
import org.folkmoot.sortition.Quotas;

/** Says who may be drawn, and which body of each stratum they belong to. */
public final class Strata {
    private final ElectorateRule from;
    private final Map<String, Map<String, ElectorateRule>> strata = new LinkedHashMap<>();

    private Strata(ElectorateRule from) {
        this.from = from;
    }

    /** Makes the rules of a plan at a moment, or throws {@link org.folkmoot.constitution.ConstitutionRefused} if a plugin is missing. */
    public static Strata of(DrawPlan plan, Constitution constitution, Instant at, Plugins plugins) {
        var coolDown = constitution.membership().coolDown();
        var strata = new Strata(ElectorateRule.of(plan.from(), coolDown, at, plugins));
        plan.quotas().forEach((stratum, within) -> {
            var rules = new LinkedHashMap<String, ElectorateRule>();
            for (var body : within.keySet())
                constitution
                        .body(body)
                        .filter(_ -> !body.equals(DrawPlan.OTHERS))
                        .ifPresent(known -> rules.put(body, ElectorateRule.of(known, coolDown, at, plugins)));
            strata.strata.put(stratum, rules);
        });
        return strata;
    }

    /** The quotas of a plan as the draw keeps them. */
    public static Quotas quotas(DrawPlan plan) {
        var quotas = Quotas.NONE;
        for (var stratum : plan.bounds().entrySet())
            for (var property : stratum.getValue().entrySet())
                quotas = quotas.with(
                        stratum.getKey(),
                        property.getKey(),
                        new Quotas.Bounds(
                                property.getValue().least(), property.getValue().most()));
        return quotas;
    }

    /**
     * Somebody as the quotas see them; nothing for somebody who is not of the body, with however much power: lots
     * are drawn of people. Somebody who belongs to two bodies of a
     * stratum would count for both quotas, so then nobody is drawn.
     */
    public Optional<Person> person(Voter voter) {
        if (!from.belongs(voter)) return Optional.empty();
        var properties = new LinkedHashMap<String, String>();
        strata.forEach((stratum, bodies) -> {
            var of = bodies.entrySet().stream()
                    .filter(body -> body.getValue().belongs(voter))
                    .map(Map.Entry::getKey)
                    .toList();
            if (of.size() > 1)
                throw new CannotDraw(
                        "quotas-overlap",
                        "Somebody is both of '" + of.get(0) + "' and of '" + of.get(1) + "', which the quotas for '"
                                + stratum + "' tell apart.");
            properties.put(stratum, of.isEmpty() ? DrawPlan.OTHERS : of.getFirst());
        });
        return Optional.of(new Person(voter.member(), properties));
    }

    /** The assets of which must be known what members own. */
    public List<String> assets() {
        return Stream.concat(Stream.of(from), strata.values().stream().flatMap(bodies -> bodies.values().stream()))
                .flatMap(rule -> rule.assets().stream())
                .distinct()
                .toList();
    }
}
