// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** The columns of a transfer and of what became of it. */
@Entity
@Table(name = "transfer")
@IdClass(TransferRow.Key.class)
@NullUnmarked
class TransferRow {
    /** What names a transfer. */
    record Key(String community, String id) {}

    @Id
    String community;

    @Id
    String id;

    Long entry;
    String code;
    String debit;
    String credit;
    String asset;

    /** As it was asked for. */
    String asked;

    /** What was posted, in minor units. */
    @Column(precision = 38)
    BigInteger amount;

    String cause;
    String memo;
    String refusal;
    String detail;
    Instant at;
}
