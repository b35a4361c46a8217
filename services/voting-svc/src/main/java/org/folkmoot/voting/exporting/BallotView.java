// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.exporting;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigInteger;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;

/**
 * An accepted ballot.
 *
 * @param number its place in the poll, counted from 1
 * @param act the hash of the signed act, which the record has
 * @param choice what was chosen, in the shape of the voting method: canonical JSON
 * @param counts whether it is the member's last one; an earlier one was replaced and does not count
 */
@Schema(name = "Ballot")
record BallotView(
        long number,
        Hash member,
        Hash act,

        @JsonRawValue @Schema(implementation = Object.class, examples = "for")
        String choice,

        BigInteger power,
        Instant acceptedAt,
        boolean counts) {}
