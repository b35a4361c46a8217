// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import java.time.Instant;
import org.folkmoot.record.Hash;

/**
 * An action that asked for a draw, and what was known when it did.
 *
 * @param action canonical JSON
 * @param at as of when roles are held
 * @param constitution the constitution that was in force
 * @param position the membership position that was reached
 * @param place the place in the journal that was reached
 */
record Asked(long no, Order order, String action, Instant at, Hash constitution, long position, long place) {}
