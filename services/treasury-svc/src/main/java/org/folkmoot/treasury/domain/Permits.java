// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static org.folkmoot.treasury.domain.Transfer.Code.ALLOTTED;
import static org.folkmoot.treasury.domain.Transfer.Code.BURNED;
import static org.folkmoot.treasury.domain.Transfer.Code.CHARGED;
import static org.folkmoot.treasury.domain.Transfer.Code.DECAYED;
import static org.folkmoot.treasury.domain.Transfer.Code.DEPOSITED;
import static org.folkmoot.treasury.domain.Transfer.Code.EMITTED;
import static org.folkmoot.treasury.domain.Transfer.Code.ENDOWED;
import static org.folkmoot.treasury.domain.Transfer.Code.EXPIRED;
import static org.folkmoot.treasury.domain.Transfer.Code.FORFEITED;
import static org.folkmoot.treasury.domain.Transfer.Code.HELD;
import static org.folkmoot.treasury.domain.Transfer.Code.ISSUED;
import static org.folkmoot.treasury.domain.Transfer.Code.OPENING;
import static org.folkmoot.treasury.domain.Transfer.Code.PAID;
import static org.folkmoot.treasury.domain.Transfer.Code.RECEIVED;
import static org.folkmoot.treasury.domain.Transfer.Code.REDEEMED;
import static org.folkmoot.treasury.domain.Transfer.Code.REFUNDED;
import static org.folkmoot.treasury.domain.Transfer.Code.RELEASED;
import static org.folkmoot.treasury.domain.Transfer.Code.RETIRED;
import static org.folkmoot.treasury.domain.Transfer.Code.RETURNED;
import static org.folkmoot.treasury.domain.Transfer.Code.REVERSED;
import static org.folkmoot.treasury.domain.Transfer.Code.SENT;
import static org.folkmoot.treasury.domain.Transfer.Code.SHARED;
import static org.folkmoot.treasury.domain.Transfer.Code.SPENT;
import static org.folkmoot.treasury.domain.Transfer.Code.VOIDED;

import java.util.EnumSet;
import java.util.Set;
import org.folkmoot.constitution.Asset;
import org.folkmoot.treasury.domain.Transfer.Code;

/** Says which kinds of movement each kind of account and of asset takes part in. */
final class Permits {
    private static final Set<Code> FROM_ISSUANCE = EnumSet.of(OPENING, ISSUED, EMITTED, RECEIVED, REVERSED);
    private static final Set<Code> TO_ISSUANCE =
            EnumSet.of(OPENING, BURNED, RETIRED, DECAYED, RETURNED, SENT, REDEEMED, REVERSED);
    private static final Set<Code> FROM_DEPOSIT = EnumSet.of(REFUNDED, BURNED, FORFEITED);
    // What is set aside for an escrow is freed before it is put there, and never settled.
    private static final Set<Code> TO_ESCROW = EnumSet.of(ENDOWED, HELD, VOIDED, EXPIRED);
    private static final Set<Code> FROM_ESCROW = EnumSet.of(RELEASED, RETURNED, SENT);
    private static final Set<Code> FROM_MEMBERS_ALONE = EnumSet.of(PAID, CHARGED, REDEEMED);
    private static final Set<Code> FROM_DECLARED_ALONE = EnumSet.of(ALLOTTED, RETURNED, SPENT, SHARED);
    private static final Set<Code> NOT_FROM_OTHERS =
            EnumSet.of(REFUNDED, BURNED, FORFEITED, ISSUED, EMITTED, RELEASED, RECEIVED);
    private static final Set<Code> NOT_TO_OTHERS = EnumSet.of(DEPOSITED, BURNED, RETIRED, ENDOWED, SENT, REDEEMED);
    private static final Set<Code> TO_MEMBERS_ALONE = EnumSet.of(EMITTED, SHARED);
    private static final Set<Code> TO_DECLARED_ALONE = EnumSet.of(ALLOTTED, CHARGED, DECAYED);
    private static final Set<Code> NOT_OF_CREDIT =
            EnumSet.of(OPENING, ISSUED, RETIRED, BURNED, EMITTED, RECEIVED, SENT, REDEEMED);
    private static final Set<Code> NOT_OF_CONTROL =
            EnumSet.of(PAID, DEPOSITED, CHARGED, EMITTED, DECAYED, RECEIVED, SENT, REDEEMED, SHARED);
    private static final Set<Code> FROM_UNUSABLE = EnumSet.of(VOIDED, EXPIRED);

    /** What somebody may be asked to undo: a movement of one's own, by a decision or a payment. */
    static final Set<Code> REVERSIBLE = EnumSet.of(Code.DECIDED, ISSUED, RETIRED, PAID);

    private Permits() {}

    /** Whether an account of that kind may be debited so. */
    static boolean pays(Account.Kind kind, Code code) {
        return switch (kind) {
            case ISSUANCE -> FROM_ISSUANCE.contains(code);
            case DEPOSIT -> FROM_DEPOSIT.contains(code);
            case ESCROW -> FROM_ESCROW.contains(code);
            case DECLARED -> !NOT_FROM_OTHERS.contains(code) && !FROM_MEMBERS_ALONE.contains(code);
            case MEMBER -> !NOT_FROM_OTHERS.contains(code) && !FROM_DECLARED_ALONE.contains(code);
        };
    }

    /** Whether it may be credited so. What is burned goes back to where it was issued from: nothing is lost on the way. */
    static boolean takes(Account.Kind kind, Code code) {
        return switch (kind) {
            case ISSUANCE -> TO_ISSUANCE.contains(code);
            case DEPOSIT -> code == DEPOSITED;
            case ESCROW -> TO_ESCROW.contains(code);
            case DECLARED -> !NOT_TO_OTHERS.contains(code) && !TO_MEMBERS_ALONE.contains(code);
            case MEMBER -> !NOT_TO_OTHERS.contains(code) && !TO_DECLARED_ALONE.contains(code);
        };
    }

    /** Whether an account in that state takes part: what was set aside becomes free again in any state. */
    static boolean open(Account.State state, Code code) {
        return state == Account.State.OPEN || FROM_UNUSABLE.contains(code);
    }

    /** Whether an asset of that kind is moved so. */
    static boolean moves(Asset.Kind kind, Code code) {
        return switch (kind) {
            case EXTERNAL -> code != PAID && code != EMITTED && code != DECAYED && code != REDEEMED;
            case SHARES -> code != PAID && code != RECEIVED && code != SENT;
            case CURRENCY -> code != RECEIVED && code != SENT && code != REDEEMED;
            case MUTUAL_CREDIT -> !NOT_OF_CREDIT.contains(code);
            case CONTROL -> !NOT_OF_CONTROL.contains(code);
        };
    }
}
