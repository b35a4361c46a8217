// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import org.folkmoot.policy.Facts;

/** A rule and whether the ballots that are looked for should meet it. */
public record Wish(Clause clause, boolean met) {
    /** Whether the ballots grant it. */
    public boolean granted(Facts facts) {
        return clause.met(facts) == met;
    }
}
