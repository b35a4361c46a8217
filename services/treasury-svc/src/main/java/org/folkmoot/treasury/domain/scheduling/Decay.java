// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Schedules.Demurrage;
import org.folkmoot.policy.Fraction;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Transfer.Code;

/**
 * What an asset loses by being kept for a period: a share of what each account held when the period began, rounded down
 * for each account, so that rounding always favours whoever holds it. What is set aside is held and counts. An account that
 * has less left by now loses what is left, and owes nothing.
 */
public record Decay(Hash community, Turn turn, Demurrage demurrage, Asset asset) {
    /** What is lost of so much; who holds nothing or owes something loses nothing. */
    public static BigInteger lost(BigInteger held, Fraction rate) {
        return held.signum() <= 0
                ? BigInteger.ZERO
                : held.multiply(rate.numerator()).divide(rate.denominator());
    }

    /** The account that it goes to. */
    public String to() {
        return demurrage.to().orElseGet(() -> Account.issuanceName(asset.code()));
    }

    /** Whether an account keeps all it has. */
    public boolean exempts(String account) {
        return account.equals(to()) || demurrage.exempt().contains(account);
    }

    /**
     * What the ledger is asked to do, if anything is lost.
     *
     * @param held what the account held when the period began
     * @param available what can be taken from it now
     */
    public Optional<Order> order(String account, BigInteger held, BigInteger available) {
        var lost = lost(held, demurrage.rate()).min(available);
        return exempts(account) || lost.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Order.Move(
                        turn.id(community, Map.of("account", account)),
                        Code.DECAYED,
                        List.of(new Leg(account, to(), asset.code(), asset.decimal(lost))),
                        turn.constitution(),
                        turn.memo()));
    }
}
