// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Periods;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.data.SqlFailure;
import org.folkmoot.record.Hash;

/** The table of assets. */
@ApplicationScoped
public class AssetStore {
    private static final String COLUMNS =
            "select code, scale, cap, kind, line, pace_first, pace_every, pace_zone, pace_most"
                    + " from asset where community = ? ";

    /**
     * All assets of a community.
     *
     * @param definedIn the transaction that defined them last
     */
    record Defined(long definedIn, List<Asset> assets) {}

    private final Map<Hash, Defined> known = new ConcurrentHashMap<>();
    private final Sql sql;

    AssetStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** An asset of a community. */
    public Optional<Asset> asset(Hash community, String code) {
        return sql.first(COLUMNS + "and code = ?", AssetStore::asset, community.hex(), code);
    }

    /** The assets of a community by code, each asked for once however many rows name it. It is for one reading. */
    public Function<String, Optional<Asset>> asked(Hash community) {
        var known = new HashMap<String, Optional<Asset>>();
        return code -> known.computeIfAbsent(code, _ -> asset(community, code));
    }

    /** All assets of a community. */
    List<Asset> all(Hash community) {
        return sql.all(COLUMNS, AssetStore::asset, community.hex());
    }

    /** All assets of a community, which that transaction defined last: they are looked up again when it is another one. */
    List<Asset> all(Hash community, long definedIn) {
        return known.compute(
                        community,
                        (_, before) -> before != null && before.definedIn == definedIn
                                ? before
                                : new Defined(definedIn, all(community)))
                .assets;
    }

    /** All assets of a community as they were looked up last. */
    Optional<Defined> known(Hash community) {
        return Optional.ofNullable(known.get(community));
    }

    /** A community's assets by code. */
    public List<Asset> page(Hash community, String after, int limit) {
        return sql.all(
                COLUMNS + "and code > ? order by code limit ?", AssetStore::asset, community.hex(), after, limit);
    }

    /** Defines an asset or gives it another cap, kind or line; its scale is fixed. */
    void put(Hash community, Asset asset) {
        forgetOther(community, asset);
        int scale = sql.first(
                        """
                        insert into asset (community, code, scale, cap, kind, line, pace_first, pace_every, pace_zone, pace_most)
                        values (?, ?, ?, ?::numeric, ?, ?::numeric, ?::date, ?, ?, ?::numeric)
                        on conflict (community, code) do update
                            set cap = excluded.cap, kind = excluded.kind, line = excluded.line,
                                pace_first = excluded.pace_first, pace_every = excluded.pace_every,
                                pace_zone = excluded.pace_zone, pace_most = excluded.pace_most
                        returning scale""",
                        row -> row.getInt(1),
                        community.hex(),
                        asset.code(),
                        asset.scale(),
                        asset.cap().map(BigDecimal::new),
                        asset.kind().word(),
                        asset.line().map(BigDecimal::new),
                        asset.pace().map(pace -> pace.periods().first().toString()),
                        asset.pace().map(pace -> pace.periods().every().toString()),
                        asset.pace().map(pace -> pace.periods().zone().getId()),
                        asset.pace().map(pace -> new BigDecimal(pace.most())))
                .orElseThrow();
        checkScale(asset, scale);
    }

    /**
     * Looks whether assets are counted as they always were.
     *
     * @throws ScaleChanged if one is not
     */
    public void checkScales(Hash community, Collection<Asset> assets) {
        for (var wanted : assets) {
            asset(community, wanted.code()).ifPresent(known -> checkScale(wanted, known.scale()));
        }
    }

    private static void checkScale(Asset wanted, int known) {
        if (known != wanted.scale()) throw new ScaleChanged(wanted.code(), known, wanted.scale());
    }

    /**
     * Forgets what was counted as issued in periods that the asset has no more. By its new ones nothing was counted meanwhile, so that
     * is added up from the journal. Another zone changes no period's first day.
     */
    private void forgetOther(Hash community, Asset next) {
        var periods = next.pace().map(Asset.Pace::periods);
        sql.update(
                """
                delete from issued i using asset a where a.community = i.community and a.code = i.asset
                    and i.community = ? and i.asset = ?
                    and (a.pace_first is distinct from ?::date or a.pace_every is distinct from ?::text)""",
                community.hex(),
                next.code(),
                periods.map(one -> one.first().toString()),
                periods.map(one -> one.every().toString()));
    }

    private static Asset asset(ResultSet row) throws SQLException {
        return new Asset(
                row.getString(1),
                row.getInt(2),
                whole(row, 3),
                Asset.Kind.valueOf(row.getString(4).replace('-', '_').toUpperCase(Locale.ROOT)),
                whole(row, 5),
                whole(row, 9).map(most -> pace(row, most)));
    }

    private static Asset.Pace pace(ResultSet row, BigInteger most) {
        try {
            return new Asset.Pace(
                    new Periods(
                            row.getObject(6, LocalDate.class),
                            Period.parse(row.getString(7)),
                            ZoneId.of(row.getString(8))),
                    most);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** A column that holds a whole number of any size, if it holds anything. */
    static Optional<BigInteger> whole(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(BigDecimal::toBigIntegerExact);
    }
}
