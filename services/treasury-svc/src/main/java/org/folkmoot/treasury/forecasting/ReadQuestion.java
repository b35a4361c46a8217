// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Rules;
import org.folkmoot.treasury.domain.Word;
import org.folkmoot.treasury.domain.forecasting.Asked;
import org.folkmoot.treasury.domain.forecasting.Horizon;

/** Reads what somebody wants to be foretold, and refuses what nobody can foretell. */
@ApplicationScoped
class ReadQuestion {
    private final Ledger ledger;
    private final AssetStore assets;
    private final Rules rules;
    private final ForecastRows rows;
    private final Clock clock;

    ReadQuestion(Ledger ledger, AssetStore assets, Rules rules, ForecastRows rows, Clock clock) {
        this.ledger = ledger;
        this.assets = assets;
        this.rules = rules;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param own what each of the accounts that are asked about holds
     */
    record Question(Asked asked, Horizon horizon, List<BigInteger> own) {}

    @Transactional(TxType.MANDATORY)
    Question handle(Hash community, ForecastQuery query) {
        var code = query.asset();
        var account = query.account();
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        var asset = Optional.of(code)
                .filter(ReadQuestion::isText)
                .flatMap(text -> assets.asset(community, text))
                .orElseThrow(() -> new ForecastRefused(new ForecastRefusal.AssetUnknown(community, code)));
        var horizon = horizon(query.until(), query.by(), zone(community));
        var asked = new Asked(community, asset, account);
        var own = account.filter(name -> !isText(name)).isPresent() ? List.<BigInteger>of() : rows.own(asked);
        if (account.isPresent() && own.isEmpty())
            throw new ForecastRefused(new ForecastRefusal.OwnAccountUnknown(community, account.get(), code));
        return new Question(asked, horizon, own);
    }

    private Horizon horizon(String until, Horizon.Every by, ZoneId zone) {
        var now = clock.instant();
        return moment(until)
                .flatMap(end -> Horizon.of(now, end, by, zone))
                .orElseThrow(() ->
                        new ForecastRefused(new ForecastRefusal.HorizonInvalid(until, Word.of(by), now, Horizon.MOST)));
    }

    private static Optional<Instant> moment(String until) {
        try {
            return Optional.of(Instant.parse(until));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private ZoneId zone(Hash community) {
        return rules.of(community)
                .map(constitution -> constitution.treasury().zone())
                .orElse(ZoneOffset.UTC);
    }

    private static boolean isText(String text) {
        return text.indexOf(0) < 0;
    }
}
