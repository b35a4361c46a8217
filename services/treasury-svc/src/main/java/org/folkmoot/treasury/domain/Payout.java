// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * A payment to the outside that was ordered. What it is for lies in an escrow; it ends once, and then all of it leaves.
 *
 * @param id the id of its enactment
 * @param from the account that it came out of
 * @param amount as people write it
 * @param deadline when it has expired; at that moment it has
 * @param tries how often it could not be given back
 */
public record Payout(
        Hash id, Hash community, String from, String asset, String amount, Instant deadline, State state, int tries) {

    /** What became of it. */
    public enum State {
        /** It is to be paid. */
        ORDERED,
        /** It was paid. */
        DONE,
        /** It could not be paid. */
        FAILED,
        /** Nobody said in time what became of it. */
        EXPIRED;

        /** The word for it. */
        public String word() {
            return Word.of(this);
        }
    }

    /** Whether it is over because nobody said anything in time. */
    public boolean expires(Instant now) {
        return state == State.ORDERED && !now.isBefore(deadline);
    }

    /** Whether somebody can still say what became of it. */
    public boolean waits(Instant now) {
        return state == State.ORDERED && now.isBefore(deadline);
    }

    /** The same after its end. */
    public Payout ended(State end) {
        if (state != State.ORDERED || end == State.ORDERED)
            throw new IllegalStateException(id + " is " + state.word() + " and does not become " + end.word());
        return new Payout(id, community, from, asset, amount, deadline, end, tries);
    }

    /** The same after its money could not be given back. */
    public Payout triedAgain() {
        return new Payout(id, community, from, asset, amount, deadline, state, tries + 1);
    }

    /** What empties the escrow: to the outside if it was paid, and back to where it came from if not. */
    public Order.Move emptying(Hash cause) {
        var paid = switch (state) {
            case DONE -> true;
            case FAILED, EXPIRED -> false;
            case ORDERED -> throw new IllegalStateException(id + " has not ended");
        };
        var leg = new Leg(Account.escrowName(id), paid ? Account.issuanceName(asset) : from, asset, amount);
        var code = paid ? Transfer.Code.SENT : Transfer.Code.RETURNED;
        return new Order.Move(name(code), code, List.of(leg), cause, "");
    }

    // A refusal is final for its id, and an account that is frozen today may be open tomorrow.
    private Hash name(Transfer.Code code) {
        return Hash.of(Json.object(Map.of(
                        "code",
                        code.word(),
                        "community",
                        community.hex(),
                        "payout",
                        id.hex(),
                        "try",
                        tries,
                        "type",
                        "payout/1"))
                .canonical());
    }
}
