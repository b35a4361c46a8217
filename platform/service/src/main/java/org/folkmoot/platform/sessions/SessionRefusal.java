// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sessions;

import org.folkmoot.record.Hash;

/** Why somebody may not read. */
public sealed interface SessionRefusal {
    /** This is shown to members only, and no token says that the caller is one. */
    record SessionRequired(Hash community, String scope) implements SessionRefusal {}

    /** The token is not one that identity-svc gave for this service, or not any more; {@code reason} says what is wrong. */
    record SessionInvalid(String reason) implements SessionRefusal {}

    /** The token is good, but not for this: it is of another community or member, or was given for something else. */
    record SessionInsufficient(Hash community, String scope) implements SessionRefusal {}

    /** The keys that check tokens cannot be read now; the same request can succeed later. */
    record SessionKeysUnavailable() implements SessionRefusal {}
}
