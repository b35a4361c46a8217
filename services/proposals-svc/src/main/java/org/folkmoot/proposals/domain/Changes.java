// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.ActionRefused;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Hash;

/** What the actions of a proposal change about the rules, in words. */
public final class Changes {
    private static final String BASE = "base";

    private Changes() {}

    /** Says every change; nothing of an amendment that cannot be read, or whose base is not known. */
    public static List<String> words(
            List<Map<String, Object>> actions, Function<Hash, Optional<Constitution>> constitutions) {
        return actions.stream()
                .flatMap(action -> base(action).flatMap(constitutions).stream().flatMap(base -> words(action, base)))
                .toList();
    }

    private static Optional<Hash> base(Map<String, Object> action) {
        try {
            return action.get(BASE) instanceof String hash ? Optional.of(Hash.parse(hash)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Stream<String> words(Map<String, Object> action, Constitution base) {
        try {
            return Action.read(action, base) instanceof Action.Amend amend
                    ? amend.amendment().words().stream()
                    : Stream.of();
        } catch (ActionRefused _) {
            return Stream.of();
        }
    }
}
