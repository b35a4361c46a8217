// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.util.Optional;
import org.folkmoot.voting.domain.Pause;
import org.folkmoot.voting.domain.Poll;

/**
 * A poll and the number under which the database keeps it and its ballots.
 *
 * @param pause why it does not go on
 * @param asking whether its plugins were about to be asked, and have not answered
 */
public record Stored(long no, Poll poll, Optional<Pause> pause, boolean asking) {}
