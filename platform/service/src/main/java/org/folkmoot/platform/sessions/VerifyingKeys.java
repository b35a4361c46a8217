// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sessions;

import java.security.PublicKey;
import java.util.Optional;

/** The public keys by which tokens are checked. */
public interface VerifyingKeys {
    /** The key of this name; refused with {@link SessionRefusal.SessionKeysUnavailable} if nobody can tell now. */
    Optional<PublicKey> key(String kid);
}
