// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.credentials.CredentialRefused.Reason;
import org.folkmoot.record.Json;

/** What a holder discloses of an SD-JWT, put back to where its digests are (RFC 9901, 7.1). */
final class Disclosures {
    private static final String DIGESTS = "_sd";
    private static final String ALGORITHM = "_sd_alg";
    private static final String ELEMENT = "...";
    private static final int OF_A_MEMBER = 3;
    private static final int OF_AN_ELEMENT = 2;

    private final Map<String, List<Json>> byDigest;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    private Disclosures(Map<String, List<Json>> byDigest) {
        this.byDigest = byDigest;
    }

    static Disclosures of(List<String> disclosures) {
        var byDigest = new HashMap<String, List<Json>>();
        for (var disclosure : disclosures) {
            var read = JsonText.read(new String(Jws.base64(disclosure), UTF_8));
            if (!(read instanceof Json.Arr(List<Json> parts))
                    || (parts.size() != OF_A_MEMBER && parts.size() != OF_AN_ELEMENT))
                throw refused("A disclosure has a salt, maybe a name, and a value.");
            if (byDigest.put(SdJwt.hash(disclosure), parts) != null) throw refused("Something is disclosed twice.");
        }
        return new Disclosures(byDigest);
    }

    /** The issuer's object with what is disclosed; every disclosure must have its place there. */
    Json.Obj into(Json.Obj said) {
        if (!Parts.text(said, ALGORITHM).orElse("sha-256").equals("sha-256"))
            throw new CredentialRefused(Reason.SUITE, "Digests are checked with sha-256 only.");
        var disclosed = object(said);
        if (used.size() != byDigest.size()) throw refused("Something is disclosed that the issuer did not sign for.");
        return disclosed;
    }

    private Json value(Json value) {
        return switch (value) {
            case Json.Obj object -> object(object);
            case Json.Arr array -> array(array);
            case Json.Str _, Json.Int _, Json.Bool _ -> value;
        };
    }

    private Json.Obj object(Json.Obj object) {
        var members = new LinkedHashMap<String, Json>();
        object.members().forEach((name, value) -> {
            if (!name.equals(DIGESTS) && !name.equals(ALGORITHM)) members.put(name, value(value));
        });
        if (object.get(DIGESTS).isPresent())
            for (var digest : digests(object)) {
                var parts = take(digest, OF_A_MEMBER);
                if (parts.isEmpty()) continue;
                if (!(parts.get(1) instanceof Json.Str(String name)) || name.equals(DIGESTS) || name.equals(ELEMENT))
                    throw refused("A disclosed name is not one.");
                if (members.put(name, value(parts.get(2))) != null)
                    throw refused("Disclosed is what was there: " + name);
            }
        return new Json.Obj(members);
    }

    private Json.Arr array(Json.Arr array) {
        var items = new ArrayList<Json>();
        for (var item : array.items()) {
            if (item instanceof Json.Obj hidden && hidden.members().keySet().equals(Set.of(ELEMENT))) {
                var parts = take(Parts.needed(hidden, ELEMENT), OF_AN_ELEMENT);
                if (!parts.isEmpty()) items.add(value(parts.get(1)));
            } else items.add(value(item));
        }
        return new Json.Arr(items);
    }

    private static List<String> digests(Json.Obj object) {
        if (!(object.get(DIGESTS).orElseThrow() instanceof Json.Arr(List<Json> items)))
            throw refused("_sd is not an array.");
        var digests = new ArrayList<String>();
        for (var item : items) {
            if (!(item instanceof Json.Str(String digest))) throw refused("A digest is not a text.");
            digests.add(digest);
        }
        return digests;
    }

    /** The disclosure of a digest; empty if it was not disclosed, or is a decoy. */
    private List<Json> take(String digest, int size) {
        if (!seen.add(digest)) throw refused("A digest is there twice.");
        var parts = byDigest.get(digest);
        if (parts == null) return List.of();
        if (parts.size() != size) throw refused("A disclosure is not of the kind of its place.");
        used.add(digest);
        return parts;
    }

    private static CredentialRefused refused(String words) {
        return new CredentialRefused(Reason.DISCLOSURE, words);
    }
}
