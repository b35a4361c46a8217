// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigInteger;
import org.jspecify.annotations.NullUnmarked;

/** The columns of an asset. */
@Entity
@Table(name = "asset")
@IdClass(AssetRow.Key.class)
@NullUnmarked
class AssetRow {
    /** What names an asset. */
    record Key(String community, String code) {}

    @Id
    String community;

    @Id
    String code;

    short scale;

    @Column(precision = 38)
    BigInteger cap;
}
