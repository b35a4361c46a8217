// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.enacting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** An enactment's columns. */
@Entity
@Table(name = "enactment")
@NullUnmarked
class EnactmentRow {
    @Id
    String id;

    String community;
    String proposal;

    @Column(name = "action_index")
    int actionIndex;

    int attempt;

    @Column(name = "decided_at")
    Instant decidedAt;

    String result;
    String reason;
    String detail;
}
