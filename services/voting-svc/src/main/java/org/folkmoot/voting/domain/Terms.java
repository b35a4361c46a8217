// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;
import org.folkmoot.record.Hash;

/**
 * What is known of a poll from the day its proposal was submitted.
 *
 * @param definition the definition as it came: its hash is the poll's id, unless the poll was refused
 */
public record Terms(Hash poll, Hash community, Hash proposal, String definition, Instant submittedAt) {}
