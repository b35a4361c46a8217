// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What goes over the wire as bytes that are read and written by the kernel, for readers of the API's description. */
public final class Shapes {
    /** An example. */
    public static final String ENVELOPE = """
            {"payload":"eyJhY3RvciI6IjVmODYuLi4ifQ==","proof":{"signature":"3q2+7w==","suite":"ed25519"}}""";
    /** An example. */
    public static final String RECEIPT = """
            {"acceptedAt":"2026-11-20T10:00:00.000Z",\
            "act":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
            "number":17,\
            "poll":"60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",\
            "signature":"3q2+7w==",\
            "signer":"did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"}""";

    private Shapes() {}

    /** A signed act. */
    public record Envelope(String payload, Proof proof) {}

    /** Who signed it. */
    public record Proof(String signature, String suite) {}

    /** The signed promise that a ballot was taken in. */
    public record Receipt(
            String act,
            String poll,
            long number,
            String acceptedAt,
            String signer,
            String signature,

            @Schema(
                    description =
                            "Where the promise stands among those that were signed with it; absent if it was signed alone.")
            Place place) {}

    /** A place in a tree of hashes. */
    public record Place(int index, int size, List<String> path) {}
}
