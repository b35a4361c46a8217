// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Outside;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.StrictJson;
import org.folkmoot.treasury.domain.Payout;
import org.folkmoot.treasury.domain.Receiver;

/** The payments to the outside, in plain SQL. */
@ApplicationScoped
class PayoutStore {
    private static final String ROWS = """
            select p.id, p.community, p.debit, p.asset, a.scale, p.amount, p.deadline, p.state, p.tries, p.proposal, p.receiver,
                p.bank, p.memo, p.ordered_at, p.ended_at, p.reference, p.transfer, p.number, p.zone
            from payout p join asset a on a.community = p.community and a.code = p.asset
            """;

    private static final String OVER = "p.state = 'ordered' and p.deadline <= ?";
    private static final String OWED = "p.state in ('failed', 'expired') and p.transfer is null and p.again_at <= ?";

    private final Sql sql;

    PayoutStore(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Keeps what was ordered; false if it is kept already. */
    @Transactional(TxType.MANDATORY)
    boolean order(Ordered ordered) {
        var payout = ordered.payout();
        int kept = sql.update(
                """
                insert into payout (id, community, proposal, debit, asset, amount, receiver, bank, zone, memo, ordered_at, deadline, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ordered') on conflict (id) do nothing""",
                payout.id().bytes(),
                payout.community().hex(),
                ordered.proposal().bytes(),
                payout.from(),
                payout.asset(),
                new BigDecimal(ordered.minor()),
                ordered.to().json().canonicalText(),
                ordered.bank().map(PayoutStore::text).orElse(""),
                ordered.zone().map(ZoneId::getId).orElse(""),
                ordered.memo(),
                ordered.orderedAt(),
                payout.deadline());
        return kept == 1;
    }

    /** A payment, kept for the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    Optional<Ordered> lock(Hash id) {
        return sql.first(ROWS + "where p.id = ? for update of p", PayoutStore::row, id.bytes());
    }

    /** Whose payment it is, which never changes. */
    @Transactional(TxType.MANDATORY)
    Hash community(Hash id) {
        return sql.first("select community from payout where id = ?", row -> Hash.parse(row.getString(1)), id.bytes())
                .orElseThrow();
    }

    /** Some of the payments that are over, or whose money is to be given back, without those that rest. */
    @Transactional(TxType.SUPPORTS)
    List<Hash> due(Instant now, int most, byte[][] resting) {
        return sql.all(
                "(select p.id from payout p where " + OVER
                        + " and p.id <> all (?) order by p.deadline limit ?) union all "
                        + "(select p.id from payout p where " + OWED
                        + " and p.id <> all (?) order by p.again_at limit ?)",
                row -> new Hash(row.getBytes(1)),
                now,
                resting,
                most,
                now,
                resting,
                most);
    }

    /** The same one, unless somebody else is at it, or it is due no longer. */
    @Transactional(TxType.MANDATORY)
    Optional<Ordered> lockDue(Hash id, Instant now) {
        return sql.first(
                ROWS + "where p.id = ? and (" + OVER + " or " + OWED + ") for update of p skip locked",
                PayoutStore::row,
                id.bytes(),
                now,
                now);
    }

    /** Writes down what became of it: when it has another state, and when its escrow has been emptied. */
    @Transactional(TxType.MANDATORY)
    void end(Payout payout, Ordered.Ending ending, Optional<Instant> again) {
        sql.update(
                """
                update payout set state = ?, ended_at = ?, reference = ?, transfer = ?, tries = ?, again_at = ?
                where id = ?""",
                payout.state().word(),
                ending.at(),
                ending.reference(),
                ending.transfer().map(Hash::bytes),
                payout.tries(),
                again,
                payout.id().bytes());
    }

    @Transactional(TxType.SUPPORTS)
    Optional<Ordered> one(Hash community, Hash id) {
        return sql.first(ROWS + "where p.id = ? and p.community = ?", PayoutStore::row, id.bytes(), community.hex());
    }

    /** A page, the latest first. */
    @Transactional(TxType.SUPPORTS)
    List<Ordered> page(Hash community, long before, int limit) {
        return sql.all(
                ROWS + "where p.community = ? and p.number < ? order by p.number desc limit ?",
                PayoutStore::row,
                community.hex(),
                before,
                limit);
    }

    private static Ordered row(ResultSet row) throws SQLException {
        var asset = new Asset(row.getString(4), row.getInt(5), Optional.empty());
        var minor = Sql.whole(row, 6);
        return new Ordered(
                payout(row, asset, minor),
                new Hash(row.getBytes(10)),
                asset,
                minor,
                Receiver.read(StrictJson.parse(row.getString(11).getBytes(UTF_8))),
                bank(row.getString(12)),
                Optional.of(row.getString(19)).filter(zone -> !zone.isEmpty()).map(ZoneId::of),
                row.getString(13),
                Sql.instant(row, 14),
                new Ordered.Ending(
                        row.getObject(15) == null ? Optional.empty() : Optional.of(Sql.instant(row, 15)),
                        Optional.ofNullable(row.getString(16)),
                        Optional.ofNullable(row.getBytes(17)).map(Hash::new)),
                row.getLong(18));
    }

    private static Payout payout(ResultSet row, Asset asset, BigInteger minor) throws SQLException {
        return new Payout(
                new Hash(row.getBytes(1)),
                Hash.parse(row.getString(2)),
                row.getString(3),
                asset.code(),
                asset.decimal(minor),
                Sql.instant(row, 7),
                Payout.State.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                row.getInt(9));
    }

    private static String text(Outside.Bank bank) {
        return new Receiver.Bank(bank.iban(), bank.name(), bank.bic()).json().canonicalText();
    }

    private static Optional<Outside.Bank> bank(String text) {
        return text.isEmpty() || !(Receiver.read(StrictJson.parse(text.getBytes(UTF_8))) instanceof Receiver.Bank bank)
                ? Optional.empty()
                : Optional.of(new Outside.Bank(bank.name(), bank.iban(), bank.bic()));
    }
}
