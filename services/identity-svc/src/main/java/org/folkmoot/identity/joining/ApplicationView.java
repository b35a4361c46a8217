// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * An application as people see it.
 *
 * @param key the key with which the member would begin, where the reader may see it
 * @param state open, admitted or refused
 * @param words why, and what is missing
 */
@Schema(name = "Application")
public record ApplicationView(
        Hash applicant,
        Optional<PublicKey> key,
        Instant appliedAt,
        String state,
        Optional<Instant> decidedAt,
        String words) {
    static ApplicationView of(Application application) {
        return new ApplicationView(
                application.applicant(),
                Optional.of(application.key()),
                application.appliedAt(),
                word(application.state()),
                application.decidedAt(),
                application.words());
    }

    /** The same for a reader who may not see keys. */
    ApplicationView withoutKey() {
        return new ApplicationView(applicant, Optional.empty(), appliedAt, state, decidedAt, words);
    }

    static String word(Application.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
