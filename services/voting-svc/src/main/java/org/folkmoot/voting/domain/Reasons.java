// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Json;

/**
 * Whether and why voters say why. Everybody may give a reason in a poll whose ballots everybody can read; it stands in the
 * signed ballot, beside the choice, and changes nothing in the count.
 *
 * @param wanted the choices that nobody casts without one
 * @param sealed whether a reason would tell what was sealed
 */
public record Reasons(Set<String> wanted, boolean sealed) {
    /** The name of the part of a ballot that has the reason. */
    public static final String NAME = "reason";
    /** How many characters one has at most. */
    public static final int MOST = 2_000;

    public Reasons {
        wanted = Set.copyOf(wanted);
    }

    /** Refuses a ballot whose reason is missing, is empty or too long, or has no place here. */
    public void check(Fields ballot, Json choice) {
        if (ballot.has(NAME)) check(ballot.text(NAME));
        else
            named(choice).findFirst().ifPresent(word -> {
                throw new Refused(new Refusal.ReasonMissing(word, MOST));
            });
    }

    /** What is wanted of a choice that is a word, or of one that gives parts of the power to words. */
    private Stream<String> named(Json choice) {
        return switch (choice) {
            case Json.Str(String word) -> Stream.of(word).filter(wanted::contains);
            case Json.Arr(List<Json> items) -> items.stream().flatMap(this::named);
            case Json.Obj(Map<String, Json> fields) ->
                fields.entrySet().stream()
                        .flatMap(given -> wanted.contains(given.getKey()) && !isNothing(given.getValue())
                                ? Stream.of(given.getKey())
                                : named(given.getValue()));
            default -> Stream.empty();
        };
    }

    /** A part is a number, which some methods take in quotes. */
    private static boolean isNothing(Json part) {
        return part instanceof Json.Int(long units) && units == 0
                || part instanceof Json.Str(String digits) && digits.matches("0+");
    }

    private void check(String reason) {
        if (sealed) throw new Refused(new Refusal.ReasonInvalid("A reason tells what was sealed."));
        if (reason.isBlank()) throw new Refused(new Refusal.ReasonInvalid("A reason says something."));
        if (reason.codePointCount(0, reason.length()) > MOST)
            throw new Refused(new Refusal.ReasonInvalid("A reason has at most " + MOST + " characters."));
    }
}
