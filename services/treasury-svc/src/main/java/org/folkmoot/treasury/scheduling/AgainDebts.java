// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import static java.util.stream.Collectors.partitioningBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.scheduling.Timetable;

/** Asks again for some of the debts of which it is time, unless their dues are no longer there. */
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
        var parts =
                debts.again(community, by, most).stream().collect(partitioningBy(debt -> debt.isAsked(timetable, by)));
        askDebts.handle(community, parts.getOrDefault(true, List.of()), timetable, now);
        var rest = parts.getOrDefault(false, List.of()).stream()
                .map(debt -> new DebtStore.Entry(debt, Optional.empty(), Optional.empty()))
                .toList();
        debts.save(community, rest, now);
    }
}
