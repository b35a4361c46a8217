// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.List;

/** What became of an order. */
public sealed interface Outcome {
    /** It was posted, as these lines of the journal. */
    record Posted(List<Line> lines) implements Outcome {
        public Posted {
            lines = List.copyOf(lines);
        }
    }

    /** An account is in another state. */
    record Turned(String account, String asset, Account.State state) implements Outcome {}

    /** Nothing moved. */
    record Refused(Refusal refusal) implements Outcome {}
}
