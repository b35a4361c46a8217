// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.List;

/**
 * Where and how the members of a community may sign with passkeys.
 *
 * @param origins the places in the browser, such as {@code https://moot.example.org}; without any, there are no passkeys
 * @param rpIds the domains to which passkeys are bound, such as {@code example.org}
 * @param userVerification whether the person must have been recognised, by a finger or a PIN, and not only touched it
 */
public record PasskeyRules(List<String> origins, List<String> rpIds, boolean userVerification) {
    /** No passkeys. */
    public static final PasskeyRules NONE = new PasskeyRules(List.of(), List.of(), false);

    public PasskeyRules {
        origins = List.copyOf(origins);
        rpIds = List.copyOf(rpIds);
    }
}
