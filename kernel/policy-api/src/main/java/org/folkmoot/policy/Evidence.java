// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.util.List;

/**
 * What speaks for an applicant.
 *
 * @param signer the {@code did:key} that signed the request for admission
 * @param founders the {@code did:key} of each founder of the community
 */
public record Evidence(String signer, List<String> founders) {
    public Evidence {
        founders = List.copyOf(founders);
    }
}
