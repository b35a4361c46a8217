// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;

/**
 * What a member spent for the community and wants to be paid back. Nothing is set aside for it.
 *
 * @param amount in minor units
 * @param panel who approves, as the constitution said when it was claimed
 * @param expires when it can be approved no longer
 * @param state how it is written down; what has expired is still waiting there
 */
public record Expense(
        Hash id,
        Hash claimant,
        String from,
        Asset asset,
        BigInteger amount,
        Hash receipt,
        String memo,
        Panel panel,
        Instant madeAt,
        Instant expires,
        State state) {
    /** How it stands. */
    public enum State {
        WAITING,
        PAID,
        REFUSED,
        EXPIRED
    }

    public Expense {
        if (amount.signum() <= 0) throw new IllegalArgumentException("an expense of " + amount);
    }

    /** How it stands at a moment. */
    public State state(Instant now) {
        return state == State.WAITING && !now.isBefore(expires) ? State.EXPIRED : state;
    }

    /** What keeps a member from approving or refusing it, if anything does. */
    public Optional<Fault> fault(Hash member, boolean holdsRole, Instant now) {
        if (!holdsRole) return Optional.of(Fault.NOT_IN_ROLE);
        if (member.equals(claimant)) return Optional.of(Fault.OWN_EXPENSE);
        return state(now) == State.WAITING ? Optional.empty() : Optional.of(Fault.EXPENSE_ENDED);
    }

    /** Why somebody does not approve or refuse an expense. */
    public enum Fault {
        /** Who signed does not hold the role. */
        NOT_IN_ROLE,
        /** Nobody decides about what is paid to oneself. */
        OWN_EXPENSE,
        /** It was paid or refused, or has expired. */
        EXPENSE_ENDED;

        /** Whether it is about who signed. */
        public boolean isPersonal() {
            return this != EXPENSE_ENDED;
        }

        /** The stable name of the reason. */
        public String reason() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
