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

/** The columns of an account. */
@Entity
@Table(name = "account")
@IdClass(AccountRow.Key.class)
@NullUnmarked
class AccountRow {
    /** What names an account: a member has one for each asset. */
    record Key(String community, String name, String asset) {}

    @Id
    String community;

    @Id
    String name;

    @Id
    String asset;

    String kind;
    String state;

    @Column(name = "debits_posted", precision = 38)
    BigInteger debitsPosted;

    @Column(name = "credits_posted", precision = 38)
    BigInteger creditsPosted;

    @Column(name = "debits_pending", precision = 38)
    BigInteger debitsPending;

    @Column(name = "credits_pending", precision = 38)
    BigInteger creditsPending;

    @Column(precision = 38)
    BigInteger floor;

    @Column(precision = 38)
    BigInteger ceiling;

    @Column(name = "opened_at")
    Instant openedAt;
}
