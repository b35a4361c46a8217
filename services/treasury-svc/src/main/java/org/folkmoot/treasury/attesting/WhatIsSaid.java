// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountStore;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.PayoutDesk;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Attested;

/**
 * Looks whether what somebody attests can have happened here: to an account and in an amount that there are. What cannot would
 * use up the reference for nothing.
 */
@ApplicationScoped
class WhatIsSaid {
    private static final Predicate<String> MEMBERS =
            Pattern.compile("member/[0-9a-f]{64}").asMatchPredicate();

    /** What is kept for somebody, or was put down for a proposal, comes and goes by its own rules alone. */
    private static final Set<Account.Kind> OF_SOMEBODY = EnumSet.of(Account.Kind.DECLARED, Account.Kind.MEMBER);

    private final AssetStore assets;
    private final AccountStore accounts;
    private final PayoutDesk payouts;

    WhatIsSaid(AssetStore assets, AccountStore accounts, PayoutDesk payouts) {
        this.assets = assets;
        this.accounts = accounts;
        this.payouts = payouts;
    }

    /** The asset that it is about. */
    @Transactional(TxType.MANDATORY)
    String asset(Hash community, ReadAttestation.What what) {
        return switch (what) {
            case ReadAttestation.What.Moved moved -> moved.asset();
            case ReadAttestation.What.Paid paid ->
                payouts.asset(community, paid.payout())
                        .orElseThrow(
                                () -> new AttestRefused(new AttestRefusal.PayoutUnknown(community, paid.payout())));
        };
    }

    /** What it is called, whether or not it can have happened. */
    @Transactional(TxType.MANDATORY)
    Hash id(Hash community, ReadAttestation.What what) {
        return switch (what) {
            case ReadAttestation.What.Moved moved ->
                Attested.id(community, moved.kind(), moved.asset(), moved.reference());
            case ReadAttestation.What.Paid paid ->
                Attested.id(community, Attested.Kind.PAYOUT, asset(community, what), paid.reference());
        };
    }

    @Transactional(TxType.MANDATORY)
    Attested read(Hash community, ReadAttestation.What what, Instant now) {
        return switch (what) {
            case ReadAttestation.What.Moved moved -> moved(community, moved, now);
            case ReadAttestation.What.Paid(var payout, var reference, var done) ->
                new Attested.Paid(payout, asset(community, what), reference, done);
        };
    }

    private Attested moved(Hash community, ReadAttestation.What.Moved moved, Instant now) {
        var asset = assets.asset(community, moved.asset())
                .orElseThrow(() -> new IllegalStateException("attested without being defined: " + moved.asset()));
        if (moved.at().isAfter(now)) throw new AttestRefused(new AttestRefusal.NotYetHappened(moved.at(), now));
        checkAccount(community, moved);
        return new Attested.Moved(
                moved.kind(), asset, moved.account(), amount(moved.amount(), asset), moved.reference(), moved.at());
    }

    private void checkAccount(Hash community, ReadAttestation.What.Moved moved) {
        var isMembers = moved.kind() == Attested.Kind.DEPOSIT && MEMBERS.test(moved.account());
        if (!isMembers
                && accounts.account(community, moved.account(), moved.asset())
                        .filter(account -> OF_SOMEBODY.contains(account.kind()))
                        .isEmpty())
            throw new AttestRefused(new AttestRefusal.AttestedAccountUnknown(moved.account(), moved.asset()));
    }

    private static BigInteger amount(String written, Asset asset) {
        return asset.minor(written)
                .filter(amount -> amount.signum() > 0)
                .orElseThrow(() -> new AttestRefused(new AttestRefusal.AttestedAmountInvalid(written, asset.code())));
    }
}
