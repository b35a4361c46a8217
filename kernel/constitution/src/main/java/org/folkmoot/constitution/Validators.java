// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;

/**
 * The witnesses of the record, whom the community chose.
 *
 * @param quorum how many of them must sign
 * @param of their keys, each as a {@code did:key}
 */
public record Validators(int quorum, List<String> of) {
    public Validators {
        of = List.copyOf(of);
    }
}
