// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;
import java.util.List;

/**
 * What becomes of one voter's power, and what their ballot carries.
 *
 * @param carried the ballots that carry it
 * @param lost what of it no ballot carries
 * @param received the power that the voter's own ballot carries for others
 */
public record Share(List<Carried> carried, List<Lost> lost, BigInteger received) {
    public Share {
        carried = List.copyOf(carried);
        lost = List.copyOf(lost);
    }
}
