// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.appealing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;

/** Why somebody wants an expulsion overturned. */
@Schema(name = "Appeal")
public record Appeal(Hash member, Instant expelledAt, Instant appealedAt, String grounds) {}
