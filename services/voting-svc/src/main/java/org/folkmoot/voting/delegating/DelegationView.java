// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.delegating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Made;
import org.folkmoot.voting.domain.Scope;

/** Who lets whom vote. */
@Schema(name = "Delegation")
record DelegationView(
        Hash principal,
        String body,

        @Schema(description = "If it is for the polls on one topic")
        Optional<String> topic,

        @Schema(description = "If it is for the polls of one policy")
        Optional<String> policy,

        @Schema(description = "If it is for one poll") Optional<Hash> poll,

        @Schema(description = "Nobody, where the principal votes in this scope whatever a wider one says")
        List<DelegateView> to,

        Instant since,
        @Schema(description = "When it ends by itself") Optional<Instant> until,
        @Schema(description = "What the principal signed") Hash act) {
    /** One delegate; the power is divided in proportion to the weights. */
    @Schema(name = "Delegate")
    record DelegateView(Hash member, long weight) {}

    static DelegationView of(Made made) {
        var scope = made.scope();
        return new DelegationView(
                made.principal(),
                made.body(),
                scope instanceof Scope.OfTopic(var topic) ? Optional.of(topic) : Optional.empty(),
                scope instanceof Scope.OfPolicy(var policy) ? Optional.of(policy) : Optional.empty(),
                scope instanceof Scope.OfPoll(var poll) ? Optional.of(poll) : Optional.empty(),
                made.to().entrySet().stream()
                        .map(delegate -> new DelegateView(delegate.getKey(), delegate.getValue()))
                        .toList(),
                made.since(),
                made.until(),
                made.act());
    }
}
