// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Question;
import org.folkmoot.record.Json;
import org.folkmoot.sealing.GroupKey;

/**
 * Those who open sealed ballots, whom the community chose.
 *
 * @param quorum how many of them open together
 * @param of their keys, each as a {@code did:key} of P-256
 * @param key what they made together, as their certificate says; nothing while they have not
 */
public record Trustees(int quorum, List<String> of, Optional<GroupKey> key) {
    private static final int LEAST = 64;
    private static final int PER_OPTION = 32;
    private static final int STEP = 64;
    private static final int MOST = 32 * 1024;

    public Trustees {
        of = List.copyOf(of);
    }

    /**
     * How many bytes every sealed choice takes, long or short: enough for each option with a number beside it. Nobody sees
     * by its length what a ballot says.
     */
    public static int room(Question question) {
        long needed = LEAST;
        for (var option : question.options()) needed += Json.of(option).canonical().length + PER_OPTION;
        return (int) Math.min(MOST, (needed + STEP - 1) / STEP * STEP);
    }
}
