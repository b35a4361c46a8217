// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.record.Hash;

/** The polls of a body that a delegation is for, from the narrowest on. */
public sealed interface Scope {
    /** One poll. */
    record OfPoll(Hash poll) implements Scope {}

    /** The polls of one policy. */
    record OfPolicy(String policy) implements Scope {}

    /** The polls of all policies on one topic. */
    record OfTopic(String topic) implements Scope {}

    /** All polls of the body. */
    record OfBody() implements Scope {}

    /** The scope as one text. */
    default String text() {
        return switch (this) {
            case OfPoll(var poll) -> "poll:" + poll.hex();
            case OfPolicy(var policy) -> "policy:" + policy;
            case OfTopic(var topic) -> "topic:" + topic;
            case OfBody() -> "body";
        };
    }

    /** Reads such a text. */
    static Scope parse(String text) {
        int colon = text.indexOf(':');
        var name = text.substring(colon + 1);
        return switch (colon < 0 ? text : text.substring(0, colon)) {
            case "poll" -> new OfPoll(Hash.parse(name));
            case "policy" -> new OfPolicy(name);
            case "topic" -> new OfTopic(name);
            case "body" -> new OfBody();
            default -> throw new IllegalArgumentException("there is no scope " + text);
        };
    }

    /** The scopes that a poll is in, the narrowest first. */
    static List<Scope> of(PollRules rules) {
        var scopes = new ArrayList<Scope>();
        scopes.add(new OfPoll(rules.definition().id()));
        scopes.add(new OfPolicy(rules.policy().name()));
        rules.policy().topic().ifPresent(topic -> scopes.add(new OfTopic(topic)));
        scopes.add(new OfBody());
        return scopes;
    }
}
