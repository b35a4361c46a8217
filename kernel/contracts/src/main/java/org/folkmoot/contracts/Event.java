// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

/** A fact that one service tells the others: past tense, never changed, its version in its name. */
public sealed interface Event permits EnactmentEvent, IdentityEvent, ProposalsEvent, TreasuryEvent, VotingEvent {
    /** The hash of the aggregate that the fact is about; it is the Kafka key, so facts about one aggregate keep their order. */
    String subject();
}
