// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.HashSet;
import java.util.Optional;
import org.folkmoot.record.PublicKey;

/** Reads who witnesses the record. */
final class ValidatorsReader {
    private ValidatorsReader() {}

    static Validators read(Section section) {
        var of = section.need("of").list();
        var keys = new HashSet<String>();
        for (var value : of) {
            key(value).filter(did -> !keys.add(did)).ifPresent(_ -> value.bad("This key is named before.", "", ""));
        }
        var quorum = (int) section.need("quorum").integer(1, Math.max(1, of.size()));
        section.finish();
        return new Validators(quorum, of.stream().map(Value::text).toList());
    }

    private static Optional<String> key(Value value) {
        var did = value.text();
        try {
            return Optional.of(PublicKey.parse(did).did());
        } catch (IllegalArgumentException e) {
            if (value.isText()) {
                value.bad("This is not a key such as did:key:z6Mk…: " + e.getMessage() + ".", "", "");
            }
            return Optional.empty();
        }
    }
}
