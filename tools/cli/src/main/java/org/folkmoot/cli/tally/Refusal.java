// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.util.List;

/** Why a governor refuses a vote, which is then as if it had never been cast. Each reason has a word, and some publishers another. */
enum Refusal {
    ALREADY_CAST(
            "already-cast-vote",
            "already-voted",
            "no-remaining-weight",
            "no-weight-remaining",
            "GovernorAlreadyCastVote"),
    ALREADY_OVERRIDDEN("already-overridden-vote", "already-overridden", "GovernorAlreadyOverriddenVote"),
    EXCEEDS("exceeds-remaining-weight", "exceed-remaining-weight", "GovernorExceedRemainingWeight"),
    BAD_PARTS("invalid-vote-params", "GovernorInvalidVoteParams"),
    BAD_SIDE("invalid-vote-type", "GovernorInvalidVoteType");

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
}
