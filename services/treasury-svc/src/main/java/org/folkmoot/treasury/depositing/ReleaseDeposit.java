// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.depositing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Account;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Deposit.Fate;
import org.folkmoot.contracts.DepositReleasedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Recorded;
import org.folkmoot.treasury.TransferStore;
import org.folkmoot.treasury.domain.Kept;
import org.folkmoot.treasury.domain.Part;
import org.folkmoot.treasury.domain.Transfer;

/** Gives a deposit away when its proposal has ended. What was never taken is not given away, and nobody is answered. */
@ApplicationScoped
class ReleaseDeposit {
    private final Ledger ledger;
    private final TransferStore transfers;
    private final AssetStore assets;
    private final GiveAway giveAway;

    ReleaseDeposit(Ledger ledger, TransferStore transfers, AssetStore assets, GiveAway giveAway) {
        this.ledger = ledger;
        this.transfers = transfers;
        this.assets = assets;
        this.giveAway = giveAway;
    }

    @Transactional(TxType.MANDATORY)
    void handle(DepositReleasedV1 released) {
        var community = Hash.parse(released.community());
        var deposit = Hash.parse(released.deposit());
        transfers
                .transfer(community, deposit)
                .flatMap(taken -> kept(community, taken))
                .ifPresent(kept -> giveAway.first(deposit, parts(released, kept)));
    }

    private Optional<Kept> kept(Hash community, Recorded taken) {
        var transfer = taken.transfer();
        return taken.ending() instanceof Recorded.Posted posted
                ? Optional.of(new Kept(
                        community, transfer.cause(), transfer.debit(), asset(community, transfer), posted.amount()))
                : Optional.empty();
    }

    private Asset asset(Hash community, Transfer transfer) {
        return assets.asset(community, transfer.asset()).orElseThrow();
    }

    /** What cannot go where it is to go, because there is no such place for this asset, goes back instead: nothing is lost. */
    private List<Part> parts(DepositReleasedV1 released, Kept kept) {
        var fate = Fate.valueOf(released.fate().name());
        return kept.released(isPossible(fate, kept) ? fate : Fate.REFUND, released.part(), released.reason());
    }

    private boolean isPossible(Fate fate, Kept kept) {
        return switch (fate) {
            case REFUND -> true;
            case BURN -> kept.asset().kind() != Asset.Kind.MUTUAL_CREDIT; // nobody issued it
            case TREASURY ->
                ledger.holds(kept.community(), Account.TREASURY, kept.asset().code());
        };
    }
}
