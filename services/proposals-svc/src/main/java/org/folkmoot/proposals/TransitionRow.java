// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** The columns of one change of state. */
@Entity
@Table(name = "transition")
@IdClass(TransitionRow.Key.class)
@NullUnmarked
class TransitionRow {
    record Key(String proposal, int number) {}

    @Id
    String proposal;

    @Id
    int number;

    String state;
    Instant at;
    String cause;
    String source;
    String kind;
    String note;
}
