// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.scheduling.Timetable;

/** Asks again for some of the debts of which it is time. */
@ApplicationScoped
class AgainDebts {
    private final Ledger ledger;
    private final DebtStore debts;
    private final AskDebts askDebts;
    private final int most;

    AgainDebts(
            Ledger ledger,
            DebtStore debts,
            AskDebts askDebts,
            @ConfigProperty(name = "folkmoot.treasury.calendar-chunk") int most) {
        this.ledger = ledger;
        this.debts = debts;
        this.askDebts = askDebts;
        this.most = most;
    }

    void handle(Hash community, Instant by, Timetable timetable, Instant now) {
        ledger.lock(community);
        askDebts.handle(community, debts.again(community, by, most), timetable, now);
    }
}
