// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.math.BigInteger;
import java.time.Instant;
import org.folkmoot.treasury.domain.Transfer;

/** A transfer and what became of it, as it stands in the ledger for good. */
public record Recorded(Transfer transfer, Ending ending, Instant at) {

    /** What became of it. */
    public sealed interface Ending {}

    /** It was posted, as this entry of the community's journal; the amount is in minor units. */
    public record Posted(long entry, BigInteger amount) implements Ending {}

    /** It was refused, and nothing moved. */
    public record Refused(String reason, String detail) implements Ending {}
}
