// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Promises;
import org.folkmoot.treasury.domain.forecasting.Asked;
import org.folkmoot.treasury.domain.forecasting.Forecast;
import org.folkmoot.treasury.domain.forecasting.Promise;

/** Adds up what is promised, part by part of the time ahead. */
@ApplicationScoped
class ForetellOutflows {
    private final ReadQuestion readQuestion;
    private final ForecastRows rows;
    private final List<Promises> promises;

    ForetellOutflows(ReadQuestion readQuestion, ForecastRows rows, @All List<Promises> promises) {
        this.readQuestion = readQuestion;
        this.rows = rows;
        this.promises = promises;
    }

    @Transactional
    ForecastView handle(Hash community, ForecastQuery query) {
        var question = readQuestion.handle(community, query);
        var forecast = new Forecast(question.horizon());
        var asked = question.asked();
        question.own().forEach(forecast::own);
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
}
