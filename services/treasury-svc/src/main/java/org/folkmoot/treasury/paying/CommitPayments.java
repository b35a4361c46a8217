// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.treasury.PostBatch;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Order;

/** Commits the payments of one community that wait, in one transaction: all that are in order, and the refusals. */
@ApplicationScoped
class CommitPayments {
    private static final String KEYS = """
            select (select m.key from known_member m
                        where m.community = ? and m.member = asked.member and m.valid_to is null),
                   (select k.member = asked.member and k.valid_to is null from known_key k
                        where k.community = ? and k.key = asked.key)
            from unnest(?, ?) with ordinality as asked (member, key, place) order by place""";

    private final PostBatch postBatch;
    private final Sql sql;
    private final Clock clock;

    CommitPayments(PostBatch postBatch, DataSource database, Clock clock) {
        this.postBatch = postBatch;
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** What became of a payment: an answer to each order, or why it was not looked at. */
    sealed interface Result {
        record Ruled(List<Answer> answers) implements Result {}

        record NotTaken(ActRefusal why) implements Result {}
    }

    /** Says that accounts have to be opened first, which is done by itself because it is told to the other services. */
    static final class Unopened extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Account> accounts;

        Unopened(List<Account> accounts) {
            super("accounts to open: " + accounts.size(), null, false, false);
            this.accounts = accounts;
        }

        List<Account> accounts() {
            return accounts;
        }
    }

    private record Known(Optional<PublicKey> first, Optional<Boolean> valid) {}

    /** Rules on payments of one community, in order. */
    @Transactional
    List<Result> handle(Hash community, List<Payment> payments) {
        var known = known(community, payments);
        var results = new ArrayList<Optional<Result>>();
        var orders = new ArrayList<Order>();
        for (int i = 0; i < payments.size(); i++) {
            var payment = payments.get(i);
            var refusal = refusal(payment, known.get(i));
            results.add(refusal.map(Result.NotTaken::new));
            if (refusal.isEmpty()) orders.addAll(payment.orders());
        }
        var answers = orders.isEmpty()
                ? List.<Answer>of()
                : postBatch.handle(community, orders, opened -> {
                    throw new Unopened(opened.stream().map(Account::unused).toList());
                });
        return results(community, payments, results, answers);
    }

    private List<Result> results(
            Hash community, List<Payment> payments, List<Optional<Result>> results, List<Answer> answers) {
        var all = new ArrayList<Result>();
        var kept = new ArrayList<Payment>();
        int next = 0;
        for (int i = 0; i < payments.size(); i++) {
            var payment = payments.get(i);
            if (results.get(i).isPresent()) {
                all.add(results.get(i).get());
                continue;
            }
            var own = answers.subList(next, next + payment.orders().size());
            next += payment.orders().size();
            all.add(new Result.Ruled(List.copyOf(own)));
            if (own.stream().anyMatch(Answer.First.class::isInstance)) kept.add(payment);
        }
        if (!kept.isEmpty()) keep(community, kept);
        return all;
    }

    private List<Known> known(Hash community, List<Payment> payments) {
        return sql.all(
                KEYS,
                CommitPayments::known,
                community.bytes(),
                community.bytes(),
                payments.stream().map(payment -> payment.actor().bytes()).toArray(byte[][]::new),
                payments.stream().map(payment -> payment.key().bytes()).toArray(byte[][]::new));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                Optional.ofNullable(row.getBytes(1)).map(PublicKey::new),
                Optional.ofNullable(row.getObject(2, Boolean.class)));
    }

    private static Optional<ActRefusal> refusal(Payment payment, Known known) {
        if (known.first.isEmpty()) return Optional.of(new ActRefusal.NotAMember(payment.community(), payment.actor()));
        boolean valid = known.valid.orElseGet(() -> known.first.get().equals(payment.key()));
        return valid
                ? Optional.empty()
                : Optional.of(new ActRefusal.KeyNotValid(
                        payment.actor(), payment.key().did()));
    }

    private void keep(Hash community, List<Payment> kept) {
        sql.update(
                """
                insert into payment_act (act, ledger, suite, signature, payload, lines, at)
                select act, (select no from ledger where community = ?), suite, signature, payload, lines, ?::timestamptz
                from unnest(?, ?, ?, ?, ?) as kept (act, suite, signature, payload, lines)
                on conflict (act) do nothing""",
                community.hex(),
                clock.instant(),
                kept.stream().map(payment -> payment.act().id().bytes()).toArray(byte[][]::new),
                kept.stream().map(payment -> payment.act().envelope().suite()).toArray(String[]::new),
                kept.stream()
                        .map(payment -> payment.act().envelope().signature())
                        .toArray(byte[][]::new),
                kept.stream().map(payment -> payment.act().envelope().payload()).toArray(byte[][]::new),
                kept.stream()
                        .map(payment -> payment.lines().orElse(new byte[0]))
                        .toArray(byte[][]::new));
    }
}
