// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

/** What a rule says about a poll, with the line of the trace that proves it. */
public record Verdict(boolean passed, TraceLine line) {
    public Verdict {
        if (passed != line.passed()) {
            throw new IllegalArgumentException("the verdict is not what its trace says: " + line.words());
        }
    }

    /** Makes the verdict that the line states. */
    public static Verdict of(TraceLine line) {
        return new Verdict(line.passed(), line);
    }
}
