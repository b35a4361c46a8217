// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.folkmoot.record.Hash;

/**
 * An act as it came, and when it was accepted.
 *
 * @param envelope the envelope, as JSON
 */
public record KeptAct(
        Hash act, Instant acceptedAt, @JsonRawValue String envelope) {}
