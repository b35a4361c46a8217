// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.ElectorateRule;
import org.folkmoot.record.Hash;

/**
 * A community at one moment, as a body looks at it.
 *
 * @param electorate who is of the body then
 * @param at the moment
 * @param position the membership position
 * @param place the place in the journal as of which balances count, where the body asks for them
 */
public record Moment(Hash community, ElectorateRule electorate, Instant at, long position, Optional<Long> place) {
    /** The moment for which a poll's roll is frozen. */
    public static Moment ofRoll(PollRules rules) {
        var definition = rules.definition();
        return new Moment(
                definition.community(),
                rules.electorate(),
                definition.rollAt(),
                definition.rollPosition(),
                definition.balancesPosition());
    }

    /** The close of a poll, with what has been heard of until it is counted. */
    public static Moment ofClose(PollRules rules, Instant closesAt, long position, long place) {
        var definition = rules.definition();
        return new Moment(
                definition.community(),
                rules.electorate().at(closesAt),
                closesAt,
                position,
                definition.balancesPosition().map(_ -> place));
    }
}
