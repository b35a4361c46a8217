// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.folkmoot.constitution.Schedules.Dues;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.scheduling.Debt;
import org.folkmoot.treasury.domain.scheduling.Timetable;

/** Charges some members for a period that begins, and says how far it came. Who owes too many periods is not charged. */
@ApplicationScoped
class RunDues {
    private final Ledger ledger;
    private final Roll roll;
    private final DebtStore debts;
    private final AskDebts askDebts;
    private final Clock clock;

    RunDues(Ledger ledger, Roll roll, DebtStore debts, AskDebts askDebts, Clock clock) {
        this.ledger = ledger;
        this.roll = roll;
        this.debts = debts;
        this.askDebts = askDebts;
        this.clock = clock;
    }

    Progress handle(Progress progress, Dues dues, Timetable timetable) {
        var community = progress.community();
        ledger.lock(community);
        var page = roll.after(progress, dues.who());
        var owed = debts.owed(community, dues.name(), page.members());
        var charged = page.members().stream()
                .filter(member -> Debt.isCharged(owed.getOrDefault(member, 0), dues))
                .map(member -> Debt.of(community, progress.turn(), dues, member))
                .toList();
        var paid = askDebts.handle(community, charged, timetable, clock.instant());
        var next = progress.on(page.reached().orElse(progress.reached()), paid);
        return page.reached().isPresent() ? next : next.done();
    }
}
