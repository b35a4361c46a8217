// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.ArrayList;
import java.util.List;

/** Every verifier that works on this machine. */
final class Verifiers {
    private Verifiers() {}

    static List<Verifier> all() {
        var all = new ArrayList<Verifier>(List.of(new BouncyVerifier()));
        AccpVerifier.load().ifPresent(all::add);
        return all;
    }
}
