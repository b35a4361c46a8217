// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.limiting;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.SpendingLimit;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.web.MalformedCursor;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Rules;
import org.folkmoot.treasury.domain.limiting.Window;

/** Shows what is left of each limit. */
@ApplicationScoped
class ShowLimits {
    private static final String BETWEEN = "\n"; // no name has it

    private final Ledger ledger;
    private final Rules rules;
    private final SpentStore spent;
    private final AccountNames names;
    private final Clock clock;

    ShowLimits(Ledger ledger, Rules rules, SpentStore spent, AccountNames names, Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.spent = spent;
        this.names = names;
        this.clock = clock;
    }

    /** By name and then by who is paid or who spends. */
    @Transactional
    Page<LimitView> handle(Hash community, Paging paging) {
        var after = paging.after().orElse(BETWEEN).split(BETWEEN, 2);
        if (after.length != 2
                || paging.after().filter(key -> key.indexOf(0) >= 0).isPresent()) throw new MalformedCursor();
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        var place = new SpentStore.Place(after[0], after[1]);
        return rules.of(community)
                .map(constitution -> page(community, constitution, place, paging))
                .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
    }

    private Page<LimitView> page(Hash community, Constitution constitution, SpentStore.Place after, Paging paging) {
        var limits = constitution.treasury().spending().limits().stream()
                .collect(Collectors.toMap(SpendingLimit::name, Function.identity()));
        var now = clock.instant();
        Function<SpendingLimit, Window> windows =
                limit -> Window.of(limit, constitution.treasury().zone(), now);
        var rows = spent.page(
                new SpentStore.Whose(community, names.areShown(community)),
                limits.values(),
                windows,
                after,
                paging.rows());
        return Page.of(
                rows,
                paging.limit(),
                row -> row.place().limited() + BETWEEN + row.place().subject(),
                row -> view(constitution, requireNonNull(limits.get(row.place().limited())), row, windows));
    }

    private static LimitView view(
            Constitution constitution,
            SpendingLimit limit,
            SpentStore.Shown row,
            Function<SpendingLimit, Window> windows) {
        return LimitView.of(
                limit,
                constitution.asset(limit.asset()).orElseThrow(),
                row.place().subject(),
                row.count(),
                windows.apply(limit));
    }
}
