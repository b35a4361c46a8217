// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Promises;
import org.folkmoot.treasury.Rules;
import org.folkmoot.treasury.domain.forecasting.Asked;
import org.folkmoot.treasury.domain.forecasting.Forecast;
import org.folkmoot.treasury.domain.forecasting.Horizon;
import org.folkmoot.treasury.domain.forecasting.Promise;

/** Adds up what is promised, part by part of the time ahead. */
@ApplicationScoped
class ForetellOutflows {
    private final Ledger ledger;
    private final AssetStore assets;
    private final Rules rules;
    private final ForecastRows rows;
    private final List<Promises> promises;
    private final Clock clock;

    ForetellOutflows(
            Ledger ledger,
            AssetStore assets,
            Rules rules,
            ForecastRows rows,
            @All List<Promises> promises,
            Clock clock) {
        this.ledger = ledger;
        this.assets = assets;
        this.rules = rules;
        this.rows = rows;
        this.promises = promises;
        this.clock = clock;
    }

    @Transactional
    ForecastView handle(Hash community, String code, Optional<String> account, String until, Horizon.Every by) {
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        var asset = Optional.of(code)
                .filter(ForetellOutflows::isText)
                .flatMap(text -> assets.asset(community, text))
                .orElseThrow(() -> new ForecastRefused(new ForecastRefusal.AssetUnknown(community, code)));
        var forecast = new Forecast(horizon(until, by, zone(community)));
        var asked = new Asked(community, asset, account);
        var own = account.filter(name -> !isText(name)).isPresent() ? List.<BigInteger>of() : rows.own(asked);
        if (account.isPresent() && own.isEmpty())
            throw new ForecastRefused(new ForecastRefusal.OwnAccountUnknown(community, account.get(), code));
        own.forEach(forecast::own);
        add(asked, forecast);
        return ForecastView.of(asked, forecast, rows.owed(asked), rows.unconfirmed(asked));
    }

    private void add(Asked asked, Forecast forecast) {
        var now = forecast.horizon().begins();
        for (var aside : rows.setAside(asked, now))
            forecast.out(aside.committed() ? "proposal" : "hold", new Promise.Whole(aside.amount(), now));
        var payouts = rows.payouts(asked);
        forecast.kept(payouts.add(rows.returning(asked)));
        forecast.out("payout", new Promise.Whole(payouts, now));
        promises.forEach(part -> part.tell(asked, forecast));
    }

    private Horizon horizon(String until, Horizon.Every by, ZoneId zone) {
        var now = clock.instant();
        return moment(until)
                .flatMap(end -> Horizon.of(now, end, by, zone))
                .orElseThrow(() -> new ForecastRefused(new ForecastRefusal.HorizonInvalid(
                        until, by.name().toLowerCase(Locale.ROOT), now, Horizon.MOST)));
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
