// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.credentials.CredentialRefused.Reason;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;

/** Takes parts out of a credential, whose form its issuer chose. */
final class Parts {
    /** What a credential without an end has as its end. */
    static final Instant WITHOUT_END = Instant.parse("9999-12-31T00:00:00Z");

    private Parts() {}

    static Optional<String> text(Json.Obj object, String name) {
        return object.get(name)
                .map(value -> value instanceof Json.Str(String text) ? text : refuse(name + " is not a text."));
    }

    static String needed(Json.Obj object, String name) {
        return text(object, name).orElseThrow(() -> CredentialRefused.malformed(name + " is missing."));
    }

    static Json.Obj object(Json.Obj object, String name) {
        if (object.get(name).orElse(null) instanceof Json.Obj inner) return inner;
        throw CredentialRefused.malformed(name + " is missing or not an object.");
    }

    /** A NumericDate: seconds since 1970. */
    static Optional<Instant> seconds(Json.Obj object, String name) {
        return object.get(name).map(value -> {
            if (value instanceof Json.Int(long seconds) && seconds >= 0 && seconds <= WITHOUT_END.getEpochSecond())
                return Instant.ofEpochSecond(seconds);
            throw CredentialRefused.malformed(name + " is not a time in seconds.");
        });
    }

    /** A dateTimeStamp of XML Schema, which has an offset. */
    static Optional<Instant> time(Json.Obj object, String name) {
        return text(object, name).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException _) {
                throw CredentialRefused.malformed(name + " is not a time with an offset.");
            }
        });
    }

    static PublicKey key(String did, Reason otherwise) {
        try {
            return PublicKey.parse(did);
        } catch (IllegalArgumentException _) {
            throw new CredentialRefused(otherwise, "Only a did:key is looked up without asking anybody: " + did);
        }
    }

    /** Every text, integer and truth of an object by its name; what is deeper has the names on its way, with dots. */
    static Map<String, String> claims(Json.Obj object) {
        var claims = new TreeMap<String, String>();
        collect("", object, claims);
        return claims;
    }

    private static void collect(String name, Json value, Map<String, String> claims) {
        switch (value) {
            case Json.Obj object ->
                object.members()
                        .forEach((key, inner) -> collect(name.isEmpty() ? key : name + "." + key, inner, claims));
            case Json.Arr array -> {
                for (int i = 0; i < array.items().size(); i++)
                    collect(name + "." + i, array.items().get(i), claims);
            }
            case Json.Str(String text) -> claims.put(name, text);
            case Json.Int(long number) -> claims.put(name, Long.toString(number));
            case Json.Bool(boolean truth) -> claims.put(name, Boolean.toString(truth));
        }
    }

    private static String refuse(String words) {
        throw CredentialRefused.malformed(words);
    }
}
