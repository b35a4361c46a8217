// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.recovering;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * A recovery as people see it.
 *
 * @param state open, done, objected, failed or superseded
 * @param dueAt when the keys change, or changed, unless the member objects
 */
@Schema(name = "Recovery")
public record RecoveryView(
        Hash recovery,
        Hash member,
        Instant startedAt,
        Hash startedBy,
        List<PublicKey> keys,
        String state,
        int approvals,
        Optional<Instant> dueAt) {
    static RecoveryView of(Recovery recovery) {
        return new RecoveryView(
                recovery.id(),
                recovery.member(),
                recovery.startedAt(),
                recovery.startedBy(),
                recovery.keys(),
                word(recovery.state()),
                recovery.approvals(),
                recovery.dueAt());
    }

    static String word(Recovery.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
