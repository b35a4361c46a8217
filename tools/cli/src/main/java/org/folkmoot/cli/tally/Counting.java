// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/** Steps that the tabulations share. */
final class Counting {
    private Counting() {}

    /** Hands checked ballots to a method; what the method refuses is not supported, and says why. */
    static <S extends Record> List<Counted> checked(
            VotingMethod<S> method, S settings, Question question, List<Counted> ballots) {
        check(method, settings, question);
        try {
            ballots.forEach(group -> method.check(group.choice(), question, settings));
        } catch (InvalidChoice e) {
            throw new NotSupported("The method refuses this: " + e.getMessage());
        }
        return ballots;
    }

    /** Checks a question only: what the method refuses is not supported, and says why. */
    static <S extends Record> void check(VotingMethod<S> method, S settings, Question question) {
        try {
            // A poll asks between two options at least; an election that is recounted may have had one candidate.
            if (question.options().size() > 1) {
                method.checkQuestion(question, settings);
            }
        } catch (InvalidQuestion e) {
            throw new NotSupported("The method refuses this: " + e.getMessage());
        }
    }

    /** Makes settings; what the method refuses is not supported. */
    static <S> S settings(Supplier<S> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new NotSupported("The method does not take these settings: " + e.getMessage() + ".");
        }
    }

    /** Who is elected, round after round; those of one round in that order. */
    static ArrayNode elected(Result result, Comparator<String> order) {
        return names(result.rounds().stream()
                .flatMap(round -> round.elected().stream().sorted(order))
                .toList());
    }

    static ArrayNode names(Collection<String> names) {
        var array = JsonNodeFactory.instance.arrayNode();
        names.forEach(array::add);
        return array;
    }

    static ObjectNode powers(Map<String, BigInteger> powers, int decimals) {
        var object = JsonNodeFactory.instance.objectNode();
        powers.forEach((name, power) -> object.set(name, Numbers.units(power, decimals)));
        return object;
    }

    static List<String> words(Result result, int decimals) {
        var lines = new ArrayList<String>();
        result.rounds().forEach(round -> lines.addAll(RoundWords.of(round, decimals)));
        lines.add(result.words());
        return lines;
    }
}
