// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** The table of assets. */
@ApplicationScoped
public class AssetStore {
    static final String COLUMNS = "select code, scale, cap, kind, line from asset where community = ? ";

    private final Sql sql;

    AssetStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** An asset of a community. */
    public Optional<Asset> asset(Hash community, String code) {
        return sql.first(COLUMNS + "and code = ?", AssetStore::asset, community.hex(), code);
    }

    /** A community's assets by code. */
    public List<Asset> page(Hash community, String after, int limit) {
        return sql.all(
                COLUMNS + "and code > ? order by code limit ?", AssetStore::asset, community.hex(), after, limit);
    }

    /** Defines an asset or gives it another cap, kind or line; its scale is fixed. */
    void put(Hash community, Asset asset) {
        int scale = sql.first(
                        """
                        insert into asset (community, code, scale, cap, kind, line)
                        values (?, ?, ?, ?::numeric, ?, ?::numeric)
                        on conflict (community, code) do update
                            set cap = excluded.cap, kind = excluded.kind, line = excluded.line
                        returning scale""",
                        row -> row.getInt(1),
                        community.hex(),
                        asset.code(),
                        asset.scale(),
                        asset.cap().map(BigDecimal::new),
                        asset.kind().word(),
                        asset.line().map(BigDecimal::new))
                .orElseThrow();
        if (scale != asset.scale()) throw new ScaleChanged(asset.code(), scale, asset.scale());
    }

    static Asset asset(ResultSet row) throws SQLException {
        return new Asset(
                row.getString(1),
                row.getInt(2),
                whole(row, 3),
                Asset.Kind.valueOf(row.getString(4).replace('-', '_').toUpperCase(Locale.ROOT)),
                whole(row, 5));
    }

    /** A column that holds a whole number of any size, if it holds anything. */
    static Optional<BigInteger> whole(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(BigDecimal::toBigIntegerExact);
    }
}
