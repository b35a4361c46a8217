// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;

/** The table of assets. */
@ApplicationScoped
public class AssetStore implements PanacheRepositoryBase<AssetRow, AssetRow.Key> {

    /** An asset of a community. */
    public Optional<Asset> asset(Hash community, String code) {
        return findByIdOptional(new AssetRow.Key(community.hex(), code)).map(AssetStore::asset);
    }

    /** A community's assets by code. */
    public List<Asset> page(Hash community, String after, int limit) {
        return find("community = ?1 and code > ?2 order by code", community.hex(), after).page(0, limit).stream()
                .map(AssetStore::asset)
                .toList();
    }

    /** Defines an asset or gives it another cap; its scale is fixed. */
    void put(Hash community, Asset asset) {
        var known = findByIdOptional(new AssetRow.Key(community.hex(), asset.code()));
        var row = known.orElseGet(() -> insert(community, asset));
        if (row.scale != asset.scale()) throw new ScaleChanged(asset.code(), row.scale, asset.scale());
        row.cap = asset.cap().orElse(null);
    }

    private AssetRow insert(Hash community, Asset asset) {
        var row = new AssetRow();
        row.community = community.hex();
        row.code = asset.code();
        row.scale = (short) asset.scale();
        persist(row);
        return row;
    }

    private static Asset asset(AssetRow row) {
        return new Asset(row.code, row.scale, Optional.ofNullable(row.cap));
    }
}
