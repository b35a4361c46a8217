// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.platform.data.SqlFailure;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Seat;
import org.folkmoot.treasury.domain.Transfer;
import org.folkmoot.treasury.domain.limiting.Allowance;

/**
 * Posts payments in one call to the database, which is a transaction of its own: it rules on accounts that are known, and
 * what it writes counts only if the same statement finds that all is as it was known. This way it can only say yes. Whatever
 * is to be refused, opened, answered again or looked at under locks is left to {@link PostBatch}, and so is what was not as
 * it was known.
 */
@ApplicationScoped
public class PostKnown {
    // What is known of a row is compared as one text: each array costs something however few rows there are. The
    // limit says to the planner that there are few, so that it looks each of them up however small the table is
    // when it plans.
    private static final String COUNTERS = """
            counters as (update account set debits_posted = v.debits::numeric, credits_posted = v.credits::numeric
            from (select * from unnest(?, ?, ?, ?) as v (no, known, debits, credits) limit ?) as v
            where account.no = v.no and account.state = 'open' and v.known = concat_ws(' ', account.xmin,
                account.debits_posted, account.credits_posted, account.debits_pending, account.credits_pending)
            returning account.no)""";

    // An id that is taken breaks the key of the transfers, whose first leg every order has.
    private static final String ANSWER = """
            select as_known(?, ?, (select count(*) from counters) = ?
                    and (select assets_defined_in from ledger where no = ?) = ?
                    and %s
                    and not exists (select from hold where ledger = ? and state = 'held' and deadline <= ?)),
                pg_current_xact_id()::xid::text, %s""";

    private static final String STATE = "(select state from signers_state where community = ?)";
    private static final String SIGNERS_KNOWN = ANSWER.formatted(STATE + " = ?", "null::uuid");
    private static final String SIGNERS_ASKED = ANSWER.formatted(Signer.ALL_VALID, STATE);

    /** What the function as_known says if it is not so: see the migration that makes it. */
    private static final String NOT_AS_KNOWN = "FM001";

    private static final Set<String> NOT_LIKE_THIS = Set.of(NOT_AS_KNOWN, "23505", "23514");

    private final KnownAccounts accounts;
    private final KnownSigners signers;
    private final AssetStore assets;
    private final BatchLoad load;
    private final DataSource database;
    private final Clock clock;

    PostKnown(
            KnownAccounts accounts,
            KnownSigners signers,
            AssetStore assets,
            BatchLoad load,
            DataSource database,
            Clock clock) {
        this.accounts = accounts;
        this.signers = signers;
        this.assets = assets;
        this.load = load;
        this.database = database;
        this.clock = clock;
    }

    private record Batch(
            Hash community,
            long ledger,
            List<SignedOrders> signed,
            Wanted wanted,
            Map<Seat, KnownAccounts.Row> known,
            AssetStore.Defined assets) {}

    /** Posts them all, or changes nothing and answers nothing. The caller has no transaction. */
    public Optional<List<Ruling>> signed(Hash community, List<SignedOrders> signed) {
        var orders = SignedOrders.together(signed);
        if (signed.stream()
                        .anyMatch(one ->
                                one.orders().isEmpty() || one.act().envelope().isByPasskey())
                || !orders.stream().allMatch(PostKnown::isPayment)) return Optional.empty();
        var wanted = Wanted.by(orders);
        return load.known(community)
                .flatMap(ledger -> accounts.all(ledger, wanted.seats())
                        .flatMap(known -> assets.known(community)
                                .map(defined -> new Batch(community, ledger, signed, wanted, known, defined))))
                .flatMap(this::post);
    }

    private static boolean isPayment(Order order) {
        return order instanceof Order.Move move && move.code() == Transfer.Code.PAID && !Allowance.mayCount(order);
    }

    private Optional<List<Ruling>> post(Batch batch) {
        var now = clock.instant();
        var books = new Books(batch.assets.assets());
        batch.known.values().forEach(row -> books.know(row.account()));
        var rulings = new ArrayList<Ruling>();
        var done = new ArrayList<Done>();
        for (var one : batch.signed) {
            var answers =
                    one.orders().stream().map(order -> books.rule(order, now)).toList();
            for (var answer : answers) {
                if (!(answer instanceof Answer.First(var first, var _)) || !(first.outcome() instanceof Outcome.Posted))
                    return Optional.empty();
                done.add(first);
            }
            rulings.add(new Ruling.Ruled(answers));
        }
        return write(batch, books.changed(), done, now) ? Optional.of(rulings) : Optional.empty();
    }

    private boolean write(Batch batch, List<Account> changed, List<Done> done, Instant now) {
        var numbers = new HashMap<Seat, Long>();
        batch.known.forEach((seat, row) -> numbers.put(seat, row.no()));
        var known = signers.all(batch.community, batch.signed);
        try (var connection = database.getConnection()) {
            var statement = new BatchStatement(connection, batch.ledger, now);
            statement.payments(Leaf.of(done), numbers);
            counters(statement, batch, changed);
            // Of an act that is known an order is, whose id is taken.
            statement.newActs(batch.signed);
            try (var ran = answer(statement, batch, changed.size(), known, now);
                    var row = ran.getResultSet()) {
                row.next();
                accounts.keep(KnownAccounts.Left.by(batch.ledger, changed, numbers, row.getString(2)));
                var state = row.getObject(3, UUID.class);
                if (state != null) signers.keep(batch.community, batch.signed, state);
                return true;
            }
        } catch (SQLException e) {
            accounts.forget(batch.ledger, batch.wanted.seats());
            signers.forget(batch.community);
            if (NOT_LIKE_THIS.contains(e.getSQLState()) || Setback.CONTENTION.isBehind(e)) return false;
            throw new SqlFailure(e);
        }
    }

    /** In the order of their numbers, like all who lock accounts. */
    private static void counters(BatchStatement statement, Batch batch, List<Account> changed) throws SQLException {
        statement.part(COUNTERS);
        var rows = changed.stream()
                .map(account -> new Change(Objects.requireNonNull(batch.known.get(account.seat())), account))
                .sorted((one, other) -> Long.compare(one.before.no(), other.before.no()))
                .toList();
        statement.array("int8", rows, row -> row.before.no(), Long[]::new);
        statement.array("text", rows, row -> row.before.known(), String[]::new);
        statement.array("text", rows, row -> row.after.debitsPosted().toString(), String[]::new);
        statement.array("text", rows, row -> row.after.creditsPosted().toString(), String[]::new);
        statement.value(rows.size());
    }

    private record Change(KnownAccounts.Row before, Account after) {}

    private static PreparedStatement answer(
            BatchStatement statement, Batch batch, int changed, Optional<UUID> known, Instant now) throws SQLException {
        statement.value(batch.community.hex());
        statement.value(now.atOffset(ZoneOffset.UTC));
        statement.value(changed);
        statement.value(batch.ledger);
        statement.value(batch.assets.definedIn());
        if (known.isPresent()) {
            statement.value(batch.community.bytes());
            statement.value(known.get());
        } else Signer.ask(statement, batch.community, batch.signed);
        statement.value(batch.ledger);
        statement.value(now.atOffset(ZoneOffset.UTC));
        if (known.isPresent()) return statement.run(SIGNERS_KNOWN);
        statement.value(batch.community.bytes());
        return statement.run(SIGNERS_ASKED);
    }
}
