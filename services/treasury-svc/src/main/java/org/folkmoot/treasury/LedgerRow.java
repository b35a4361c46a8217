// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** The columns of a community's ledger. */
@Entity
@Table(name = "ledger")
@NullUnmarked
class LedgerRow {
    @Id
    String community;

    @Column(name = "last_entry")
    long lastEntry;
}
