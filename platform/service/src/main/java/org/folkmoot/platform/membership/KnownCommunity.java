// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import java.time.Instant;
import org.folkmoot.record.Hash;

/**
 * A community as this service knows it.
 *
 * @param constitution the hash of the constitution in force
 * @param position the membership position that has been reached
 */
public record KnownCommunity(Hash community, String name, Hash constitution, long position, Instant foundedAt) {}
