// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** Why a governor refuses a vote, which is then as if it had never been cast. Each reason has a word, and some publishers another. */
enum Refusal {
    ALREADY_CAST(
            "already-cast-vote",
            "already-cast",
            "already-voted",
            "no-remaining-weight",
            "no-weight-remaining",
            "GovernorAlreadyCastVote"),
    ALREADY_OVERRIDDEN(
            "already-overridden-vote",
            "already-overridden",
            "already-voted",
            "GovernorAlreadyOverriddenVote",
            "already-cast-vote-override",
            "GovernorAlreadyCastVoteOverride"),
    EXCEEDS("exceeds-remaining-weight", "exceed-remaining-weight", "GovernorExceedRemainingWeight"),
    BAD_PARTS("invalid-vote-params", "invalid-params", "GovernorInvalidVoteParams"),
    BAD_SIDE("invalid-vote-type", "invalid-type", "GovernorInvalidVoteType");

    /** The sides of a motion in the order of their numbers, by which contracts and their tests also call them. */
    static final List<String> SIDES = List.of("against", "for", "abstain");

    private final List<String> words;

    Refusal(String... words) {
        this.words = List.of(words);
    }

    /** The word of the publisher if it means this, else our own. */
    String word(TallyCheck check) {
        var published = check.expected().path("error").asText();
        return words.contains(published) ? published : words.getFirst();
    }

    /** The side that a vote names, by its name or its number; or what it says, if it is no side. */
    static String side(JsonNode named) {
        return named.isInt() && named.asInt() >= 0 && named.asInt() < SIDES.size()
                ? SIDES.get(named.asInt())
                : named.asText().toLowerCase(Locale.ROOT);
    }
}
