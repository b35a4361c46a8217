// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

import java.util.Optional;
import java.util.Set;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Json;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.StrictJson;

/** Somebody who is to join, with a key about whose signatures all verifiers agree. */
public record Newcomer(PublicKey key) {
    /** The type of the act that lets one in. */
    public static final String ACT = "member.add/1";

    /** The most bytes of a line that names a newcomer; a key needs 66. */
    public static final int LONGEST_LINE = 128;

    private static final Set<String> MEMBERS = Set.of("key");

    /** Reads the body of an act. */
    public static Newcomer read(Json.Obj body) {
        return checked(Fields.exactly(body, MEMBERS).key("key"), Optional.empty());
    }

    /** Reads a line of a registration; a line has one spelling, so that its hash is everybody's. */
    public static Newcomer read(byte[] text, long line) {
        return checked(parsed(text, line), Optional.of(line));
    }

    private static PublicKey parsed(byte[] text, long line) {
        try {
            return Fields.exactly(StrictJson.parse(text, LONGEST_LINE), MEMBERS).key("key");
        } catch (Malformed malformed) {
            throw new Refused(Words.malformed(line, malformed));
        }
    }

    private static Newcomer checked(PublicKey key, Optional<Long> line) {
        if (!key.admissible()) throw new Refused(new Refusal.KeyInvalid(key.did(), line));
        return new Newcomer(key);
    }
}
