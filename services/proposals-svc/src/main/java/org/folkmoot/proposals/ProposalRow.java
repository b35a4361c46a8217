// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.NullUnmarked;

/** The columns of a proposal; {@link StateColumns} knows which of them belong to which state. */
@Entity
@Table(name = "proposal")
@NullUnmarked
class ProposalRow {
    @Id
    String id;

    @Generated
    @Column(insertable = false, updatable = false)
    Long number;

    String community;
    String author;
    String title;
    String body;
    String options;
    String actions;
    String enact;
    String state;

    @Column(name = "turns_at")
    Instant turnsAt;

    @Column(name = "turns_to")
    String turnsTo;

    @Column(name = "drafted_at")
    Instant draftedAt;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "sponsors_body")
    String sponsorsBody;

    @Column(name = "sponsors_needed")
    Integer sponsorsNeeded;

    @Column(name = "sponsors_found")
    Integer sponsorsFound;

    @Column(name = "sponsors_until")
    Instant sponsorsUntil;

    String constitution;
    String policy;
    String poll;
    String definition;

    @Column(name = "roll_position")
    Long rollPosition;

    @Column(name = "roll_at")
    Instant rollAt;

    @Column(name = "opens_at")
    Instant opensAt;

    @Column(name = "closes_at")
    Instant closesAt;

    Integer retries;
    int stage = 1;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "roll_members")
    Long rollMembers;

    @Column(name = "roll_power", precision = 38, scale = 0)
    BigInteger rollPower;

    String decision;
    String checked;

    Instant eta;
    Instant expiry;
    Integer[] mandate;
    Integer step;
    Integer attempt;

    @Column(name = "ordered_at")
    Instant orderedAt;

    @Column(name = "failed_at")
    Instant failedAt;

    String failure;
    String detail;

    @Column(name = "ended_at")
    Instant endedAt;

    String reason;
}
