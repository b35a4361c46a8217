// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Document;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Value;
import org.folkmoot.constitution.reach.Roll;

/**
 * Who is in each body today, and what is measured beside them.
 *
 * @param bodies the rolls, by body
 * @param measures the measures, by name
 */
public record Rolls(Map<String, Roll> bodies, Map<String, BigInteger> measures) {
    private static final int MAX_MEMBERS = 1_000_000_000;

    public Rolls {
        bodies = Map.copyOf(bodies);
        measures = Map.copyOf(measures);
    }

    /**
     * Reads rolls from YAML or JSON, or throws {@link ConstitutionRefused} with everything that is wrong. A body is
     * {@code { powers: [3, 2, 1] }}, {@code { members: 60 }} for equals, or {@code { power: 900, members: 60 }} where only
     * the totals are known.
     */
    public static Rolls read(byte[] yamlOrJson) {
        var document = Document.read(yamlOrJson);
        var complaints = document.complaints();
        var root = document.root(complaints);
        var bodies = new LinkedHashMap<String, Roll>();
        root.need("bodies")
                .section()
                .all()
                .forEach(body -> bodies.put(body.getKey(), roll(body.getValue().section(), complaints)));
        var measures = new LinkedHashMap<String, BigInteger>();
        root.find("measures")
                .ifPresent(said -> said.section()
                        .all()
                        .forEach(measure -> measures.put(
                                measure.getKey(), measure.getValue().number())));
        root.finish();
        complaints.refuse();
        return new Rolls(bodies, measures);
    }

    private static Roll roll(Section section, Complaints complaints) {
        var powers = section.find("powers")
                .map(said -> said.list().stream().map(Value::number).toList());
        var power = section.find("power").map(Value::number);
        var members = section.find("members").map(said -> said.integer(0, MAX_MEMBERS));
        section.finish();
        if (powers.isPresent() == members.isPresent() || powers.isPresent() && power.isPresent()) {
            complaints.error(
                    "bad-value",
                    section.path(),
                    "A body has either powers, or members with or without the power of all together.");
            return Roll.equal(0);
        }
        return powers.map(Roll::of)
                .orElseGet(() -> power.map(all -> Roll.totals(all, members.orElse(0L)))
                        .orElseGet(() -> Roll.equal(members.orElse(0L))));
    }

    /** The roll of a body with the measures beside it; nothing if the body is not known. */
    Optional<Roll> of(String body) {
        return Optional.ofNullable(bodies.get(body)).map(roll -> roll.with(measures));
    }

    /** The bodies whose size is known. */
    List<String> known() {
        return bodies.keySet().stream().sorted().toList();
    }
}
