// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain.drawing;

import java.util.Optional;

/**
 * What somebody has said in a round.
 *
 * @param commitment the hash of draw, member and value, in hex
 * @param value 32 bytes in hex, when they are revealed
 */
public record Said(String commitment, Optional<String> value) {}
