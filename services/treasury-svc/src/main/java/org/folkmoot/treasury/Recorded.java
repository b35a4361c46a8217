// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.treasury.domain.Transfer;

/** A transfer and what became of it, as it stands in the ledger for good. */
public record Recorded(Transfer transfer, Ending ending, Instant at) {

    /** What became of it. */
    public sealed interface Ending {}

    /**
     * It was posted; the amount is in minor units.
     *
     * @param entry its place in the community's journal, if its block has a number already and it changed what is held
     */
    public record Posted(Optional<Long> entry, BigInteger amount) implements Ending {}

    /** It was refused, and nothing moved. */
    public record Refused(String reason, String detail) implements Ending {}
}
