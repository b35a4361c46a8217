// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import org.folkmoot.record.Envelope;

/** How something is signed, which may have to be done again with a later number. */
@FunctionalInterface
public interface Signing {
    /** Signs it with the next number of this signer. */
    Envelope by(Signer signer);
}
