// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.DrawPlan;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.sortition.Draw;
import org.folkmoot.sortition.Person;
import org.folkmoot.sortition.Sortition;
import org.folkmoot.voting.domain.drawing.Strata;

/** Reads what draws were asked for, by the constitution that was in force then. */
@ApplicationScoped
class Plans {
    /** What a draw costs at most here; whoever draws again elsewhere is not bound by it. */
    private static final Sortition.Effort EFFORT = new Sortition.Effort(1_000, 200_000);

    private final Constitutions constitutions;

    Plans(Constitutions constitutions) {
        this.constitutions = constitutions;
    }

    /** The action, as plain data. */
    @SuppressWarnings("unchecked") // the keys of an object are texts
    static Map<String, Object> action(String json) {
        if (!(StrictJson.parse(json.getBytes(UTF_8)) instanceof Json.Obj action))
            throw new IllegalArgumentException("an action is an object");
        return (Map<String, Object>) action.plain();
    }

    /** Reads an action that asks for a draw, or throws {@link org.folkmoot.constitution.ActionRefused}. */
    static DrawPlan read(Map<String, Object> action, Constitution constitution) {
        return ((Action.DrawRole) Action.read(action, constitution)).plan();
    }

    /** The plan of a draw that was opened. */
    DrawPlan of(Known draw) {
        var constitution = constitutions
                .known(draw.order().community(), draw.constitution())
                .orElseThrow(() -> new IllegalStateException("no constitution " + draw.constitution()));
        return read(action(draw.action()), constitution);
    }

    /** Everything that a draw depends on but the seed. */
    static Draw draw(DrawPlan plan, String title, List<Person> pool, Collection<Hash> committers) {
        var names = new TreeSet<String>();
        committers.forEach(member -> names.add(member.hex()));
        return new Draw(title, plan.seats(), pool, Strata.quotas(plan), names);
    }

    static Hash id(Draw draw) {
        return Hash.of(Json.object(draw.said()).canonical());
    }

    /** Prepares the panels, or throws {@link org.folkmoot.sortition.Infeasible}. */
    static Sortition sortition(Draw draw) {
        return Sortition.of(draw.pool(), draw.seats(), draw.quotas(), EFFORT);
    }

    /** The strata of the quotas, in the order of their names. */
    static Set<String> strata(DrawPlan plan) {
        return new TreeSet<>(plan.quotas().keySet());
    }
}
