// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import org.folkmoot.voting.domain.Poll;

/** A poll and the number under which the database keeps it and its ballots. */
public record Stored(long no, Poll poll) {}
