// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.folkmoot.policies.Condorcet;
import org.folkmoot.policies.Duels;

/** Duels as they are: who is preferred to whom, and who beats everybody else. */
final class MatrixTabulations {
    private MatrixTabulations() {}

    static Answer matrix(TallyCase counted, TallyCheck check) {
        var duels = DuelTabulations.duels(counted, check);
        var values = condorcet(counted, duels);
        values.set("matrix", matrix(duels));
        return Answer.of(values, words(values));
    }

    static Answer condorcet(TallyCase counted, TallyCheck check) {
        var values = condorcet(counted, DuelTabulations.duels(counted, check));
        return Answer.of(values, words(values));
    }

    private static ObjectNode condorcet(TallyCase counted, Duels duels) {
        var settings = new Condorcet.Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var group = new Condorcet()
                .ranking(duels, counted.total(), counted.question(), settings)
                .getFirst();
        var values = Answer.empty();
        values.set("smithSet", DuelTabulations.named(group, counted));
        if (group.size() == 1) {
            values.put("condorcetWinner", counted.candidates().get(group.getFirst()));
        } else {
            values.putNull("condorcetWinner");
        }
        return values;
    }

    private static String words(ObjectNode values) {
        return values.path("condorcetWinner").isNull()
                ? "Nobody beats every other; the smallest group that beats all outside it is "
                        + String.join(", ", TallyCase.texts(values.path("smithSet"))) + "."
                : values.path("condorcetWinner").asText() + " beats every other.";
    }

    private static ArrayNode matrix(Duels duels) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var one = 0; one < duels.options(); one++) {
            var row = rows.addArray();
            for (var other = 0; other < duels.options(); other++) {
                row.add(Numbers.whole(duels.prefer(one, other)));
            }
        }
        return rows;
    }
}
