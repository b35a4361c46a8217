// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;
import org.folkmoot.treasury.BudgetLines;
import org.folkmoot.treasury.TransferStore;

/** Puts together what the page of a ledger shows. Who the members are is shown to those who may read the roll. */
@ApplicationScoped
public class ShowLedgerPage {
    private static final int MOST_ASSETS = 100;
    private static final int MOST_TRANSFERS = 20;
    private static final int MOST_BLOCKS = 10;
    private static final int MOST_BUDGETS = 100;
    private static final int MOST_COMMITMENTS = 50;

    private final LedgerRows rows;
    private final TransferStore transfers;
    private final BudgetLines budgets;
    private final AccountNames names;

    ShowLedgerPage(LedgerRows rows, TransferStore transfers, BudgetLines budgets, AccountNames names) {
        this.rows = rows;
        this.transfers = transfers;
        this.budgets = budgets;
        this.names = names;
    }

    /** What the page is called as it is now for whoever asks: it has another name when it has changed. */
    @Transactional
    Hash version(Hash community) {
        var version =
                rows.version(community).orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(community)));
        return Hash.of((names.areShown(community) + " " + version).getBytes(UTF_8));
    }

    @Transactional
    public LedgerPageView handle(Hash community) {
        var shown = names.shown(community);
        var spreads = rows.spreads(community, MOST_ASSETS);
        var assets = new Known(spreads.stream()
                .map(LedgerRows.Spread::asset)
                .collect(Collectors.toMap(Asset::code, Function.identity())));
        return new LedgerPageView(
                spreads.stream().map(LedgerPageView.SpreadView::of).toList(),
                assets.of(
                        transfers.journal(community, Long.MAX_VALUE, MOST_TRANSFERS),
                        row -> row.transfer().asset(),
                        (row, asset) -> TransferView.of(row, Optional.of(asset)).with(shown)),
                rows.blocks(community, MOST_BLOCKS).stream()
                        .map(LedgerPageView.BlockView::of)
                        .toList(),
                assets.of(
                        budgets.budgets(community, MOST_BUDGETS),
                        BudgetLines.BudgetLine::asset,
                        LedgerPageView.BudgetView::of),
                assets.of(
                        rows.committed(community, MOST_COMMITMENTS),
                        LedgerRows.Committed::asset,
                        (row, asset) -> LedgerPageView.CommittedView.of(row, asset, shown)),
                assets.of(rows.kept(community), LedgerRows.Kept::asset, LedgerPageView.KeptView::of));
    }

    /** The assets that are shown; what is of another one is left out. */
    private record Known(Map<String, Asset> byCode) {
        <R, V> List<V> of(List<R> found, Function<R, String> code, BiFunction<R, Asset, V> view) {
            return found.stream()
                    .flatMap(row ->
                            Optional.ofNullable(byCode.get(code.apply(row)))
                                    .map(asset -> view.apply(row, asset))
                                    .stream())
                    .toList();
        }
    }
}
