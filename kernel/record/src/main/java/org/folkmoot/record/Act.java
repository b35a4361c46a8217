// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.Map;
import java.util.Set;

/** What a member says and signs: who, where, about what, until when, and once. */
public record Act(
        Hash actor, Json.Obj body, Hash community, PublicKey key, long notAfter, long seq, Hash subject, String type) {
    /** The media type under which payloads are signed. */
    public static final String MEDIA_TYPE = "application/vnd.dao.action.v1+json";

    private static final Set<String> MEMBERS =
            Set.of("actor", "body", "community", "key", "notAfter", "seq", "subject", "type", "v");
    private static final int LONGEST_TYPE = 64;

    public Act {
        if (!isCount(notAfter) || !isCount(seq))
            throw new IllegalArgumentException("notAfter and seq are integers from 0 to 2^53-1");
        if (!isType(type)) throw new IllegalArgumentException("a type looks like ballot.cast/1");
    }

    /** Drafts an act of the member who joined the community with this key. */
    public static Act draft(
            Hash community, PublicKey key, String type, Hash subject, Json.Obj body, long seq, long notAfter) {
        return new Act(MemberIds.of(community, key), body, community, key, notAfter, seq, subject, type);
    }

    /** Reads a payload. */
    public static Act read(byte[] payload) {
        var fields = Fields.exactly(StrictJson.parse(payload), MEMBERS);
        if (fields.count("v") != 1) throw Fields.wrong("v is not 1");
        var type = fields.text("type");
        if (!isType(type)) throw Fields.wrong("type does not look like ballot.cast/1");
        return new Act(
                fields.hash("actor"),
                fields.object("body"),
                fields.hash("community"),
                fields.key("key"),
                fields.count("notAfter"),
                fields.count("seq"),
                fields.hash("subject"),
                type);
    }

    /** Writes the bytes that are signed. */
    public byte[] payload() {
        var members = Map.<String, Object>of(
                "actor",
                actor.hex(),
                "body",
                body,
                "community",
                community.hex(),
                "key",
                key.did(),
                "notAfter",
                notAfter,
                "seq",
                seq,
                "subject",
                subject.hex(),
                "type",
                type,
                "v",
                1);
        return Json.object(members).canonical();
    }

    /** Names the act: the hash of its payload. Of a signed act, {@link SignedAct#id()} is cheaper. */
    public Hash id() {
        return Hash.of(payload());
    }

    private static boolean isCount(long number) {
        return number >= 0 && number <= Json.MAX_INTEGER;
    }

    /** Lower-case words with dots or hyphens between them, a slash and a version from 1 on. */
    private static boolean isType(String type) {
        int slash = type.indexOf('/');
        if (slash < 1 || type.length() > LONGEST_TYPE || !isVersion(type, slash + 1)) return false;
        boolean inWord = false;
        for (int i = 0; i < slash; i++) {
            char c = type.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (inWord && c >= '0' && c <= '9');
            if (!letter && !(inWord && (c == '.' || c == '-'))) return false;
            inWord = letter;
        }
        return inWord;
    }

    private static boolean isVersion(String type, int from) {
        if (from == type.length() || type.charAt(from) == '0') return false;
        for (int i = from; i < type.length(); i++) if (type.charAt(i) < '0' || type.charAt(i) > '9') return false;
        return true;
    }
}
