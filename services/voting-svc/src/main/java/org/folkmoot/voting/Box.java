// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.util.Optional;
import org.folkmoot.constitution.course.Electorate;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.RollTotals;

/**
 * The poll of one chamber of a stage that is followed.
 *
 * @param carrying what its ballots carry for others, where the body delegates
 */
public record Box(long no, PollRules rules, RollTotals roll, Electorate electorate, Optional<Carrying> carrying) {}
