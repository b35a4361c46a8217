// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** Passed, and everything that it ordered was done. */
public record Enacted(Instant endedAt) implements Ended {

    @Override
    public String reason() {
        return "everything that it ordered was enacted";
    }
}
