// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Seat;

/**
 * Accounts as payments left them that this replica committed last. Others may have changed them since: whoever relies on one
 * lets the database compare, by the transaction that wrote its row last and by its counters, and forgets it if that is
 * not so any more.
 */
@ApplicationScoped
public class KnownAccounts {
    private final Cache<Place, Row> rows;

    KnownAccounts(@ConfigProperty(name = "folkmoot.treasury.known-accounts") int most) {
        rows = Caffeine.newBuilder()
                .maximumSize(most)
                .executor(Runnable::run) // what it has to do takes less than to have another thread do it
                .build();
    }

    private record Place(long ledger, Seat seat) {}

    /**
     * A row of the table of accounts.
     *
     * @param writtenIn the number of the transaction that wrote it
     */
    record Row(long no, Account account, String writtenIn) {
        /** What the database compares, in one text: see {@link PostKnown}. */
        String known() {
            return String.join(
                    " ",
                    writtenIn,
                    account.debitsPosted().toString(),
                    account.creditsPosted().toString(),
                    account.debitsPending().toString(),
                    account.creditsPending().toString());
        }
    }

    /** What a transaction left; it counts when that is committed. */
    public record Left(long ledger, List<Row> rows) {
        static final Left NOTHING = new Left(0, List.of());

        /** Accounts as a batch left them that wrote each of them once. */
        static Left by(long ledger, List<Account> changed, Map<Seat, Long> numbers, String transaction) {
            return new Left(
                    ledger,
                    changed.stream()
                            .map(account ->
                                    new Row(Objects.requireNonNull(numbers.get(account.seat())), account, transaction))
                            .toList());
        }
    }

    /** All of these, or nothing if one is not known. */
    Optional<Map<Seat, Row>> all(long ledger, Set<Seat> seats) {
        var found = new HashMap<Seat, Row>();
        for (var seat : seats) {
            var row = rows.getIfPresent(new Place(ledger, seat));
            if (row == null) return Optional.empty();
            found.put(seat, row);
        }
        return Optional.of(found);
    }

    /** Remembers what was committed. */
    public void keep(Left left) {
        for (var row : left.rows) rows.put(new Place(left.ledger, row.account.seat()), row);
    }

    void forget(long ledger, Set<Seat> seats) {
        for (var seat : seats) rows.invalidate(new Place(ledger, seat));
    }
}
