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
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
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
 * many orders there are, one that locks and reads and one that writes, and one before them for who signed. Nothing is locked
 * but the accounts that are touched.
 */
@ApplicationScoped
public class PostBatch {
    private final BatchLoad load;
    private final BatchSave save;
    private final IssuedStore issued;
    private final Limits limits;
    private final ActDesk desk;
    private final Sql sql;
    private final Clock clock;

    PostBatch(
            BatchLoad load,
            BatchSave save,
            IssuedStore issued,
            Limits limits,
            ActDesk desk,
            DataSource database,
            Clock clock) {
        this.load = load;
        this.save = save;
        this.issued = issued;
        this.limits = limits;
        this.desk = desk;
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** Says what to do with accounts that a batch opens; it must see to it that they are there when it returns. */
    public interface Opening {
        void open(List<Account> opened);
    }

    private interface Rule {
        List<Answer> on(Books books, Instant now);
    }

    private interface Keep {
        List<SignedOrders> after(List<Answer> answers);
    }

    /** What became of what members signed, and of the accounts, once the transaction is committed. */
    public record Posted(List<Ruling> rulings, KnownAccounts.Left left) {}

    private record Ruled(List<Answer> answers, KnownAccounts.Left left) {
        static final Ruled NOTHING = new Ruled(List.of(), KnownAccounts.Left.NOTHING);
    }

    private record Job(List<Order> orders, Rule rule, Keep keep) {
        static Job eachOf(List<Order> orders, Keep keep) {
            return new Job(
                    orders,
                    (books, now) ->
                            orders.stream().map(order -> books.rule(order, now)).toList(),
                    keep);
        }
    }

    /** Rules on every order, in order. Whoever touches the same accounts waits until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public List<Answer> handle(Hash community, List<Order> orders, Opening opening) {
        return handle(community, Job.eachOf(orders, _ -> List.of()), opening).answers;
    }

    /** Rules on orders of which all are done or none. */
    @Transactional(TxType.MANDATORY)
    public List<Answer> together(Hash community, List<Order> orders, Opening opening) {
        return handle(community, new Job(orders, (books, now) -> books.together(orders, now), _ -> List.of()), opening)
                .answers;
    }

    /**
     * Rules on what members signed, in order, if their keys are valid. What was not ruled on before is kept: it proves what
     * was done in a member's name. The transaction must do nothing else to accounts.
     */
    @Transactional(TxType.MANDATORY)
    public Posted signed(Hash community, List<SignedOrders> signed, Opening opening) {
        var refused = Signer.of(sql, community, signed).stream()
                .map(signer -> signer.refusal().or(() -> passkey(signer.signed())))
                .toList();
        var taken = IntStream.range(0, signed.size())
                .filter(i -> refused.get(i).isEmpty())
                .mapToObj(signed::get)
                .toList();
        var job = Job.eachOf(SignedOrders.together(taken), answers -> kept(taken, answers));
        var done = taken.isEmpty() ? Ruled.NOTHING : handle(community, job, opening);
        var ruled = ruled(taken, done.answers).iterator();
        return new Posted(
                refused.stream()
                        .map(refusal ->
                                refusal.<Ruling>map(Ruling.NotTaken::new).orElseGet(ruled::next))
                        .toList(),
                done.left);
    }

    private Optional<ActRefusal> passkey(SignedOrders signed) {
        try {
            desk.checkPasskey(signed.act().envelope(), signed.community());
            return Optional.empty();
        } catch (ActRefused e) {
            return Optional.of(e.refusal());
        }
    }

    /** The answers to each of what was signed, which are behind one another. */
    private static List<Ruling.Ruled> ruled(List<SignedOrders> taken, List<Answer> answers) {
        var rulings = new ArrayList<Ruling.Ruled>();
        int next = 0;
        for (var one : taken) {
            int end = next + one.orders().size();
            rulings.add(new Ruling.Ruled(List.copyOf(answers.subList(next, end))));
            next = end;
        }
        return rulings;
    }

    private static List<SignedOrders> kept(List<SignedOrders> taken, List<Answer> answers) {
        var ruled = ruled(taken, answers);
        return IntStream.range(0, taken.size())
                .filter(i -> ruled.get(i).answers().stream().anyMatch(Answer.First.class::isInstance))
                .mapToObj(taken::get)
                .toList();
    }

    private Ruled handle(Hash community, Job job, Opening opening) {
        var loaded = load.load(community, Wanted.by(job.orders), clock.instant());
        // The moment is taken again under the locks, so that times are in the order of the journal for every account.
        var now = clock.instant();
        var books = loaded.books();
        issued.know(community, job.orders, books, now);
        var watch = limits.watch(community, loaded.ledger(), job.orders, books, now);
        books.guard(watch.gate());
        var done = new ArrayList<>(books.expire(now));
        var answers = job.rule.on(books, now);
        for (var answer : answers) if (answer instanceof Answer.First(Done first, var _)) done.add(first);
        var opened = books.opened();
        if (!opened.isEmpty()) opening.open(opened);
        issued.save(community, job.orders, books, now);
        var numbers = numbers(community, loaded, opened);
        var transaction = save.save(loaded.with(numbers), Leaf.of(done), job.keep.after(answers), now);
        watch.keep();
        return new Ruled(
                answers,
                transaction
                        .map(number -> KnownAccounts.Left.by(loaded.ledger(), books.changed(), numbers, number))
                        .orElse(KnownAccounts.Left.NOTHING));
    }

    private Map<Seat, Long> numbers(Hash community, BatchLoad.Loaded loaded, List<Account> opened) {
        if (opened.isEmpty()) return loaded.numbers();
        var numbers = new HashMap<>(loaded.numbers());
        numbers.putAll(AccountStore.numbers(sql, community, opened));
        return numbers;
    }
}
