// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import java.time.Instant;
import java.util.Set;
import org.folkmoot.policy.Evidence;

/**
 * The evidence of somebody's word alone: who signed, when, and whether as a founder. That is all there is for people who
 * are registered and did not apply themselves.
 */
public record SignersWord(Instant at, String signer, Set<String> founders) implements Evidence {
    public SignersWord {
        founders = Set.copyOf(founders);
    }

    @Override
    public boolean founder(String key) {
        return founders.contains(key);
    }
}
