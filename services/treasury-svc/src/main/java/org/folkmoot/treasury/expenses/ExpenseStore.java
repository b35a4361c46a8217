// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.expenses;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Word;
import org.folkmoot.treasury.domain.escrow.Expense;
import org.folkmoot.treasury.domain.escrow.Panel;

/** The tables of what members want to be paid back, and of who approved or refused it. */
@ApplicationScoped
class ExpenseStore {
    private static final String COLUMNS = """
            select e.id, e.claimant, e.debit, e.asset, x.scale, e.amount, e.receipt, e.memo, e.role, e.at_least, e.made_at,
                e.expires, e.state, e.no,
                array(select s.id from expense s where s.ledger = e.ledger and s.receipt = e.receipt and s.no <> e.no
                    order by s.no limit 10)
            from expense e join ledger l on l.no = e.ledger
                join asset x on x.community = l.community and x.code = e.asset where l.community = ?\s""";

    private final Sql sql;

    ExpenseStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * A claim and its place among all.
     *
     * @param alike what else was claimed for the same receipt, the first first
     */
    record Placed(Expense expense, long no, List<Hash> alike) {}

    /** Who approved or refused a claim, and by which act. */
    record Verdict(Hash member, boolean approves, Hash act, Instant at) {}

    Optional<Expense> find(Hash community, Hash id) {
        return one(community, id, "").map(Placed::expense);
    }

    Optional<Placed> show(Hash community, Hash id) {
        return one(community, id, "");
    }

    /** Until the transaction ends, nobody else decides about it. */
    Optional<Expense> lock(Hash community, Hash id) {
        return one(community, id, " for update of e").map(Placed::expense);
    }

    private Optional<Placed> one(Hash community, Hash id, String how) {
        return sql.first(COLUMNS + "and e.id = ?" + how, ExpenseStore::placed, community.hex(), id.bytes());
    }

    /** What was claimed, the latest first; what waits beyond its time has expired. */
    List<Placed> page(Hash community, Optional<String> state, Instant now, long before, int limit) {
        return sql.all(COLUMNS + """
                and (?::text is null or case when e.state = 'waiting' and e.expires <= ? then 'expired' else e.state end = ?)
                and e.no < ? order by e.no desc limit ?""", ExpenseStore::placed, community.hex(), state, now, state, before, limit);
    }

    void insert(Hash community, Expense expense, Hash act) {
        sql.update(
                """
                insert into expense (ledger, id, claimant, debit, asset, amount, receipt, memo, role, at_least, made_at,
                    expires, state, act)
                select no, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ? from ledger where community = ?""",
                expense.id().bytes(),
                expense.claimant().bytes(),
                expense.from(),
                expense.asset().code(),
                new BigDecimal(expense.amount()),
                expense.receipt().bytes(),
                expense.memo(),
                expense.panel().role(),
                expense.panel().atLeast(),
                expense.madeAt(),
                expense.expires(),
                act.bytes(),
                community.hex());
    }

    /** Ends it, if it still waits. */
    void end(Hash community, Hash id, Expense.State state) {
        int ended = sql.update("""
                update expense e set state = ? from ledger l
                where l.no = e.ledger and l.community = ? and e.id = ? and e.state = 'waiting'""", Word.of(state), community.hex(), id.bytes());
        if (ended != 1) throw new IllegalStateException("not a claim that waits: " + id);
    }

    /** Writes it down, unless the same member has decided about this before. */
    boolean insert(Hash community, Hash expense, Verdict verdict) {
        return sql.update(
                        """
                        insert into expense_verdict (ledger, expense, member, approves, act, at)
                        select no, ?, ?, ?, ?, ? from ledger where community = ?
                        on conflict (ledger, expense, member) do nothing""",
                        expense.bytes(),
                        verdict.member().bytes(),
                        verdict.approves(),
                        verdict.act().bytes(),
                        verdict.at(),
                        community.hex())
                == 1;
    }

    /** How many of those who said the same hold the role at a moment, and are members. */
    int count(Hash community, Expense expense, boolean approves, Instant now) {
        return sql.first(
                        """
                        select count(*) from expense_verdict v join ledger l on l.no = v.ledger
                            join known_role r on r.community = ? and r.member = v.member and r.role = ?
                                and r.valid_to is null and r.until > ?
                            join known_member m on m.community = ? and m.member = v.member and m.valid_to is null
                        where l.community = ? and v.expense = ? and v.approves = ?""",
                        row -> row.getInt(1),
                        community.bytes(),
                        expense.panel().role(),
                        now,
                        community.bytes(),
                        community.hex(),
                        expense.id().bytes(),
                        approves)
                .orElse(0);
    }

    /** Who decided about one claim, the first first. */
    List<Verdict> verdicts(Hash community, Hash expense, int limit) {
        return sql.all(
                """
                select v.member, v.approves, v.act, v.at from expense_verdict v join ledger l on l.no = v.ledger
                where l.community = ? and v.expense = ? order by v.at, v.member limit ?""",
                row -> new Verdict(
                        new Hash(row.getBytes(1)), row.getBoolean(2), new Hash(row.getBytes(3)), Sql.instant(row, 4)),
                community.hex(),
                expense.bytes(),
                limit);
    }

    private static Placed placed(ResultSet row) throws SQLException {
        var expense = new Expense(
                new Hash(row.getBytes(1)),
                new Hash(row.getBytes(2)),
                row.getString(3),
                new Asset(row.getString(4), row.getInt(5), Optional.empty()),
                Sql.whole(row, 6),
                new Hash(row.getBytes(7)),
                row.getString(8),
                new Panel(row.getString(9), row.getInt(10)),
                Sql.instant(row, 11),
                Sql.instant(row, 12),
                Expense.State.valueOf(row.getString(13).toUpperCase(Locale.ROOT)));
        var alike = Arrays.stream((byte[][]) row.getArray(15).getArray())
                .map(Hash::new)
                .toList();
        return new Placed(expense, row.getLong(14), alike);
    }
}
