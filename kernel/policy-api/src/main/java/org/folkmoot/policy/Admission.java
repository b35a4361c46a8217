// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.util.List;

/**
 * What an admission rule says about an applicant.
 *
 * @param rule the id of the rule that says it
 * @param words the answer in a sentence, with the fact that it rests on
 * @param nullifiers what the admission uses up, so that it admits nobody else: one text per credential or membership
 *     elsewhere; nothing unless the answer is yes
 * @param parts the answers that this one is made of, if the rule asked others
 */
public record Admission(Answer answer, String rule, String words, List<String> nullifiers, List<Admission> parts) {
    /** Whether to let somebody in. */
    public enum Answer {
        ADMITTED,
        /** More evidence, or time, could still turn it into a yes. */
        WAITING,
        /** Evidence that comes later changes nothing. */
        REFUSED
    }

    public Admission {
        nullifiers = List.copyOf(nullifiers);
        parts = List.copyOf(parts);
        if (answer != Answer.ADMITTED && !nullifiers.isEmpty()) {
            throw new IllegalArgumentException("only an admission uses something up");
        }
    }

    public static Admission admitted(String rule, String words) {
        return new Admission(Answer.ADMITTED, rule, words, List.of(), List.of());
    }

    public static Admission waiting(String rule, String words) {
        return new Admission(Answer.WAITING, rule, words, List.of(), List.of());
    }

    public static Admission refused(String rule, String words) {
        return new Admission(Answer.REFUSED, rule, words, List.of(), List.of());
    }

    /** The same yes, which uses up a claim that must not admit a second time. */
    public Admission using(String nullifier) {
        return new Admission(answer, rule, words, List.of(nullifier), parts);
    }

    /** Whether the answer is yes. */
    public boolean admitted() {
        return answer == Answer.ADMITTED;
    }
}
