// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static org.folkmoot.treasury.domain.Transfer.Code.BURNED;
import static org.folkmoot.treasury.domain.Transfer.Code.DEPOSITED;
import static org.folkmoot.treasury.domain.Transfer.Code.EXPIRED;
import static org.folkmoot.treasury.domain.Transfer.Code.FORFEITED;
import static org.folkmoot.treasury.domain.Transfer.Code.ISSUED;
import static org.folkmoot.treasury.domain.Transfer.Code.OPENING;
import static org.folkmoot.treasury.domain.Transfer.Code.PAID;
import static org.folkmoot.treasury.domain.Transfer.Code.REFUNDED;
import static org.folkmoot.treasury.domain.Transfer.Code.RETIRED;
import static org.folkmoot.treasury.domain.Transfer.Code.REVERSED;
import static org.folkmoot.treasury.domain.Transfer.Code.VOIDED;

import java.util.EnumSet;
import java.util.Set;
import org.folkmoot.constitution.Asset;
import org.folkmoot.treasury.domain.Transfer.Code;

/** Says which kinds of movement each kind of account and of asset takes part in. */
final class Permits {
    private static final Set<Code> FROM_ISSUANCE = EnumSet.of(OPENING, ISSUED, REVERSED);
    private static final Set<Code> TO_ISSUANCE = EnumSet.of(OPENING, BURNED, RETIRED, REVERSED);
    private static final Set<Code> FROM_DEPOSIT = EnumSet.of(REFUNDED, BURNED, FORFEITED);
    private static final Set<Code> NOT_FROM_OTHERS = EnumSet.of(REFUNDED, BURNED, FORFEITED, ISSUED, PAID);
    private static final Set<Code> NOT_TO_OTHERS = EnumSet.of(DEPOSITED, BURNED, RETIRED);
    private static final Set<Code> FROM_UNUSABLE = EnumSet.of(VOIDED, EXPIRED);

    /** What somebody may be asked to undo: a movement of one's own, by a decision or a payment. */
    static final Set<Code> REVERSIBLE = EnumSet.of(Code.DECIDED, ISSUED, RETIRED, PAID);

    private Permits() {}

    /** Whether an account of that kind may be debited so. */
    static boolean pays(Account.Kind kind, Code code) {
        return switch (kind) {
            case ISSUANCE -> FROM_ISSUANCE.contains(code);
            case DEPOSIT -> FROM_DEPOSIT.contains(code);
            case DECLARED -> !NOT_FROM_OTHERS.contains(code);
            case MEMBER -> code == PAID || !NOT_FROM_OTHERS.contains(code);
        };
    }

    /** Whether it may be credited so. What is burned goes back to where it was issued from: nothing is lost on the way. */
    static boolean takes(Account.Kind kind, Code code) {
        return switch (kind) {
            case ISSUANCE -> TO_ISSUANCE.contains(code);
            case DEPOSIT -> code == DEPOSITED;
            case DECLARED, MEMBER -> !NOT_TO_OTHERS.contains(code);
        };
    }

    /** Whether an account in that state takes part: what was set aside becomes free again in any state. */
    static boolean open(Account.State state, Code code) {
        return state == Account.State.OPEN || FROM_UNUSABLE.contains(code);
    }

    /** Whether an asset of that kind is moved so. */
    static boolean moves(Asset.Kind kind, Code code) {
        return switch (kind) {
            case EXTERNAL, SHARES -> code != PAID;
            case CURRENCY -> true;
            case MUTUAL_CREDIT -> code != OPENING && code != ISSUED && code != RETIRED;
            case CONTROL -> code != PAID && code != DEPOSITED;
        };
    }
}
