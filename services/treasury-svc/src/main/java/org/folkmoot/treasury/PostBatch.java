// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Seat;

/**
 * Rules on orders and writes what they change, all in the caller's transaction and with two calls to the database however
 * many orders there are: one that locks and reads, one that writes. Nothing is locked but the accounts that are touched.
 */
@ApplicationScoped
public class PostBatch {
    private final BatchLoad load;
    private final BatchSave save;
    private final IssuedStore issued;
    private final Limits limits;
    private final Sql sql;
    private final Clock clock;

    PostBatch(BatchLoad load, BatchSave save, IssuedStore issued, Limits limits, DataSource database, Clock clock) {
        this.load = load;
        this.save = save;
        this.issued = issued;
        this.limits = limits;
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** Says what to do with accounts that a batch opens; it must see to it that they are there when it returns. */
    public interface Opening {
        void open(List<Account> opened);
    }

    /** Rules on every order, in order. Whoever touches the same accounts waits until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public List<Answer> handle(Hash community, List<Order> orders, Opening opening) {
        return handle(
                community,
                orders,
                opening,
                (books, now) ->
                        orders.stream().map(order -> books.rule(order, now)).toList());
    }

    /** Rules on orders of which all are done or none. */
    @Transactional(TxType.MANDATORY)
    public List<Answer> together(Hash community, List<Order> orders, Opening opening) {
        return handle(community, orders, opening, (books, now) -> books.together(orders, now));
    }

    private List<Answer> handle(
            Hash community, List<Order> orders, Opening opening, BiFunction<Books, Instant, List<Answer>> rule) {
        var loaded = load.load(community, Wanted.by(orders), clock.instant());
        // The moment is taken again under the locks, so that times are in the order of the journal for every account.
        var now = clock.instant();
        var books = loaded.books();
        issued.know(community, orders, books, now);
        var watch = limits.watch(community, loaded.ledger(), orders, books, now);
        books.guard(watch.gate());
        var done = new ArrayList<>(books.expire(now));
        var answers = rule.apply(books, now);
        for (var answer : answers) if (answer instanceof Answer.First(Done first)) done.add(first);
        var opened = books.opened();
        if (!opened.isEmpty()) opening.open(opened);
        issued.save(community, books, now);
        save.save(loaded, numbers(community, loaded, opened), Leaf.of(done), now);
        watch.keep();
        return answers;
    }

    private Map<Seat, Long> numbers(Hash community, BatchLoad.Loaded loaded, List<Account> opened) {
        if (opened.isEmpty()) return loaded.numbers();
        var numbers = new HashMap<>(loaded.numbers());
        for (var account : opened)
            sql.first(
                            "select no from account where community = ? and name = ? and asset = ?",
                            row -> row.getLong(1),
                            community.hex(),
                            account.name(),
                            account.asset())
                    .ifPresent(no -> numbers.put(new Seat(account.name(), account.asset()), no));
        return numbers;
    }
}
