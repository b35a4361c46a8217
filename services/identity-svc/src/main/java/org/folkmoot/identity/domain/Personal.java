// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

import java.util.Arrays;
import java.util.Set;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * What a member tells about oneself, and the salt that hides it in its commitment: SHA-256 of the salt and the data. Acts
 * are kept for ever, so an act carries the commitment only; whoever is shown salt and data can check them against it.
 *
 * @param salt 32 random bytes
 * @param data canonical JSON: an object of texts
 */
public record Personal(byte[] salt, byte[] data) {
    /** The bytes of a salt. */
    public static final int SALT = 32;
    /** The most bytes of data. */
    public static final int MOST = 16 * 1024;

    private static final int MOST_FIELDS = 64;
    private static final int LONGEST_NAME = 64;
    private static final Set<String> PARTS = Set.of("act", "data", "salt");

    public Personal {
        salt = salt.clone();
        data = data.clone();
    }

    /** Reads the data and the salt beside an act, or refuses them. */
    public static Personal read(Json request) {
        var fields = Fields.exactly(request, PARTS);
        var salt = fields.base64("salt");
        if (salt.length != SALT) throw refused("salt", "It is not 32 bytes.");
        var data = fields.object("data");
        if (data.members().isEmpty() || data.members().size() > MOST_FIELDS)
            throw refused("data", "It has no members, or more than " + MOST_FIELDS + ".");
        data.members().forEach((name, value) -> {
            if (!(value instanceof Json.Str)) throw refused("data." + name, "It is not a text.");
            if (name.isEmpty() || name.length() > LONGEST_NAME)
                throw refused("data", "A member's name has from 1 to " + LONGEST_NAME + " characters.");
        });
        var canonical = data.canonical();
        if (canonical.length > MOST) throw refused("data", "It has more than " + MOST + " bytes.");
        return new Personal(salt, canonical);
    }

    /** What the act says of it. */
    public Hash commitment() {
        return Hash.of(salt, data);
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Personal personal
                && Arrays.equals(salt, personal.salt)
                && Arrays.equals(data, personal.data);
    }

    @Override
    public int hashCode() {
        return commitment().hashCode();
    }

    /** Says nothing of the data, which belongs in no log. */
    @Override
    public String toString() {
        return "personal data committed to by " + commitment();
    }

    private static Refused refused(String field, String detail) {
        return new Refused(new Refusal.WordsInvalid(field, detail));
    }
}
