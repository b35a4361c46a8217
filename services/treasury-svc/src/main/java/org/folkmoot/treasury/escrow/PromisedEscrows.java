// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.treasury.Promises;
import org.folkmoot.treasury.TooManyPromises;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.Owed;
import org.folkmoot.treasury.domain.escrow.Request;
import org.folkmoot.treasury.domain.escrow.Terms;
import org.folkmoot.treasury.domain.escrow.Tranche;
import org.folkmoot.treasury.domain.forecasting.Asked;
import org.folkmoot.treasury.domain.forecasting.Forecast;
import org.folkmoot.treasury.domain.forecasting.Promise;

/**
 * Says what is kept for somebody and when it may leave: of a stream what is due, a tranche from when it is valid, and a bounty
 * at any time. One after the other is read and added up by the rules by which it is paid.
 */
@ApplicationScoped
class PromisedEscrows implements Promises {
    /** How many are added up at most. */
    static final int MOST = 10_000;

    private final Clock clock;
    private final Sql sql;

    PromisedEscrows(Clock clock, DataSource database) {
        this.clock = clock;
        this.sql = new Sql(database);
    }

    @Override
    public void tell(Asked asked, Forecast forecast) {
        var now = clock.instant();
        var seen = new int[1];
        sql.each(
                EscrowStore.COLUMNS + """
                and e.asset = ? and e.released + e.returned < e.amount and (?::text is null or e.debit = ?)
                order by e.no limit ?""",
                row -> EscrowStore.placed(row).escrow(),
                escrow -> {
                    if (++seen[0] > MOST) throw new TooManyPromises(MOST);
                    // What is beyond its time is promised to nobody, and there until it has gone back.
                    forecast.kept(escrow.held());
                    tell(Request.seen(escrow, now), now, forecast);
                },
                asked.community().hex(),
                asked.asset().code(),
                asked.account(),
                asked.account(),
                MOST + 1);
    }

    private static void tell(Escrow escrow, Instant now, Forecast forecast) {
        switch (escrow.terms()) {
            case Terms.Stream stream -> forecast.out(Terms.Stream.KIND, new Promise.Streamed(escrow, stream));
            case Terms.Grant grant -> {
                Owed.of(escrow, now)
                        .filter(owed -> owed.accrued().signum() > 0)
                        .ifPresent(owed -> forecast.out(Terms.Grant.KIND, new Promise.Whole(owed.accrued(), now)));
                for (int place = 0; place < grant.tranches().size(); place++)
                    if (escrow.tranches().get(place) == Tranche.State.WAITING) {
                        var tranche = grant.tranches().get(place);
                        forecast.out(Terms.Grant.KIND, new Promise.Whole(tranche.amount(), tranche.validFrom()));
                    }
            }
            case Terms.Bounty _ -> {
                if (escrow.left().signum() > 0) forecast.out(Terms.Bounty.KIND, new Promise.Whole(escrow.left(), now));
            }
        }
    }
}
