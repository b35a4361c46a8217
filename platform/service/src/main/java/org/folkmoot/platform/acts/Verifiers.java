// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Verifier;
import org.jboss.logging.Logger;

/** The signature check of a service: the fastest that runs on this machine. */
class Verifiers {
    private static final Logger LOG = Logger.getLogger(Verifiers.class);

    @Produces
    @Singleton
    Verifier verifier() {
        var verifier = Ed25519.fastest();
        LOG.infof("Signatures are checked by %s", verifier.name());
        return verifier;
    }
}
