// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.policy.Question;

/** Decides between tied options by the rule that a policy states, and says so. */
record Ties(TieRule rule, Optional<String> seed) {
    Ties {
        if (seed.isPresent() != (rule == TieRule.LOT)) {
            throw new IllegalArgumentException("tie lot needs a seed, and only lot uses one");
        }
    }

    /** The rule that the settings state; else {@code order}. */
    static Ties of(Optional<TieRule> rule, Optional<String> seed) {
        return new Ties(rule.orElse(TieRule.ORDER), seed);
    }

    /** Which of the tied options get the seats that are left, in the order of the question. */
    List<Integer> winners(Collection<Integer> tied, int seats, Question question) {
        return switch (rule) {
            case ORDER -> tied.stream().sorted().limit(seats).toList();
            case LOT ->
                tied.stream().sorted(strength(question)).limit(seats).sorted().toList();
            case ALL -> tied.stream().sorted().toList();
            case NOBODY -> List.of();
        };
    }

    /** The stronger of two options first, for methods that have to decide between any two. */
    Comparator<Integer> strength(Question question) {
        Comparator<Integer> namedFirst = Comparator.naturalOrder();
        return rule == TieRule.LOT
                ? Comparator.comparing((Integer option) -> lot(question, option))
                        .reversed()
                        .thenComparing(namedFirst)
                : namedFirst;
    }

    String words(Collection<Integer> tied, Question question) {
        var names = tied.stream().sorted().map(question.options()::get).collect(Collectors.joining(", "));
        return "Tied: " + names + ". " + words();
    }

    /** What decides, in a sentence. */
    String words() {
        return switch (rule) {
            case ORDER -> "By the order of the options.";
            case LOT -> "By lot, the SHA-256 of seed, title and option.";
            case ALL -> "All of them win.";
            case NOBODY -> "None of them wins.";
        };
    }

    private BigInteger lot(Question question, int option) {
        return lot(seed.orElseThrow(), question.title(), question.options().get(option));
    }

    /** The SHA-256 of three texts with a zero byte between them, as a number. */
    static BigInteger lot(String seed, String title, String option) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((seed + '\0' + title + '\0' + option).getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
