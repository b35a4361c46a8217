// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.exporting;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;

/**
 * An accepted ballot.
 *
 * @param number its place in the poll, counted from 1
 * @param act the hash of the signed act, which the record has
 * @param choice what was chosen, in the shape of the voting method: canonical JSON; as it was sealed, while it is
 * @param counts whether it is the member's last one; an earlier one was replaced and does not count
 * @param reason what the voter said about it
 * @param sealed of a ballot that trustees have opened: as it was cast, in base64
 * @param spoilt of a sealed ballot that says nothing that can be counted: why
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
        boolean counts,

        @Schema(description = "What the voter said about it")
        Optional<String> reason,

        @Schema(description = "Of a sealed ballot that trustees have opened: as it was cast, in base64")
        Optional<String> sealed,

        @Schema(description = "Of a sealed ballot that cannot be counted: unreadable or not-a-choice")
        Optional<String> spoilt) {}
