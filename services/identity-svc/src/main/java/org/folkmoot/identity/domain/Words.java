// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

import java.util.Locale;
import org.folkmoot.record.Malformed;

/** How refusals speak of what others found wrong. */
final class Words {
    private Words() {}

    static Refusal.LineMalformed malformed(long line, Malformed malformed) {
        var reason = malformed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Refusal.LineMalformed(line, reason, String.valueOf(malformed.getMessage()));
    }
}
