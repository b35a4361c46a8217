// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.web.MalformedCursor;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;
import org.folkmoot.treasury.AccountStore;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.HoldStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Recorded;
import org.folkmoot.treasury.TransferStore;
import org.folkmoot.treasury.domain.Account;

/** Reads the ledger, and writes amounts as people do. */
@ApplicationScoped
class ReadLedger {
    private static final String BETWEEN = "\n"; // no name has it
    // PostgreSQL knows fewer years than Java.
    private static final Pattern AFTER_HOLD = Pattern.compile("([0-9]{4}-[0-9T:.-]+Z)\n([0-9a-f]{64})");
    private static final String NUL = "\0"; // PostgreSQL's texts cannot have it

    private final Ledger ledger;
    private final AssetStore assets;
    private final AccountStore accounts;
    private final TransferStore transfers;
    private final HoldStore holds;
    private final AccountNames names;
    private final Clock clock;

    ReadLedger(
            Ledger ledger,
            AssetStore assets,
            AccountStore accounts,
            TransferStore transfers,
            HoldStore holds,
            AccountNames names,
            Clock clock) {
        this.ledger = ledger;
        this.assets = assets;
        this.accounts = accounts;
        this.transfers = transfers;
        this.holds = holds;
        this.names = names;
        this.clock = clock;
    }

    @Transactional
    Page<AssetView> assets(Hash community, Paging paging) {
        var after = after(paging).orElse("");
        known(community);
        var rows = assets.page(community, after, paging.rows());
        return Page.of(rows, paging.limit(), Asset::code, AssetView::of);
    }

    @Transactional
    Page<AccountView> accounts(Hash community, Paging paging) {
        var after = after(paging).orElse(BETWEEN).split(BETWEEN, 2);
        if (after.length != 2) throw new MalformedCursor();
        known(community);
        var rows = accounts.page(community, after[0], after[1], names.areShown(community), paging.rows());
        var known = assets.asked(community);
        return Page.of(rows, paging.limit(), row -> row.name() + BETWEEN + row.asset(), row -> view(row, known));
    }

    @Transactional
    HoldingsView account(Hash community, String name) {
        known(community);
        names.check(community, name);
        var rows = name.contains(NUL) ? List.<Account>of() : accounts.named(community, name);
        if (rows.isEmpty()) throw new ReadRefused(new ReadRefusal.AccountUnknown(community, name));
        var known = assets.asked(community);
        return new HoldingsView(name, rows.stream().map(row -> view(row, known)).toList());
    }

    @Transactional
    Page<TransferView> transfers(Hash community, Paging paging) {
        var before = paging.afterNumber(Long.MAX_VALUE);
        known(community);
        var rows = transfers.journal(community, before, paging.rows());
        var shown = names.shown(community);
        var known = assets.asked(community);
        return Page.of(
                rows, paging.limit(), ReadLedger::key, row -> view(row, known).with(shown));
    }

    @Transactional
    TransferView transfer(Hash community, Hash id) {
        known(community);
        return transfers
                .transfer(community, id)
                .map(row -> view(row, assets.asked(community)).with(names.shown(community)))
                .orElseThrow(() -> new ReadRefused(new ReadRefusal.TransferUnknown(community, id)));
    }

    /** Whatever has come to its deadline is free, whether the ledger has written that down or not. */
    @Transactional
    Page<HoldView> holds(Hash community, Paging paging) {
        var now = clock.instant();
        var after = paging.after().map(ReadLedger::hold).orElse(new AfterHold(now, Hash.ZERO));
        known(community);
        var rows = holds.page(community, now, after.deadline, after.id, paging.rows());
        var shown = names.shown(community);
        var known = assets.asked(community);
        return Page.of(
                rows,
                paging.limit(),
                row -> row.hold().deadline() + BETWEEN + row.hold().id(),
                row -> HoldView.of(row, known.apply(row.hold().asset()).orElseThrow(), shown));
    }

    private record AfterHold(Instant deadline, Hash id) {}

    private static AfterHold hold(String key) {
        var parts = AFTER_HOLD.matcher(key);
        try {
            if (parts.matches()) return new AfterHold(Instant.parse(parts.group(1)), Hash.parse(parts.group(2)));
        } catch (DateTimeParseException _) {
            // a day that there is not
        }
        throw new MalformedCursor();
    }

    private void known(Hash community) {
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
    }

    private static AccountView view(Account account, Function<String, Optional<Asset>> assets) {
        return AccountView.of(account, assets.apply(account.asset()).orElseThrow());
    }

    /** The asset of a refused transfer need not exist. */
    private static TransferView view(Recorded recorded, Function<String, Optional<Asset>> assets) {
        return TransferView.of(recorded, assets.apply(recorded.transfer().asset()));
    }

    private static Optional<String> after(Paging paging) {
        return paging.after().map(key -> {
            if (key.contains(NUL)) throw new MalformedCursor();
            return key;
        });
    }

    private static String key(Recorded recorded) {
        return switch (recorded.ending()) {
            case Recorded.Posted posted -> String.valueOf(posted.entry().orElseThrow());
            case Recorded.Refused _ -> throw new IllegalStateException("a refused transfer is not in the journal");
        };
    }
}
