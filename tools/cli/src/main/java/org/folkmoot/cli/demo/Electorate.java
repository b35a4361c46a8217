// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.SecretKey;

/** The members, each with a key of their own. The first one founds the community and registers the others. */
final class Electorate {
    private final SecretKey[] keys;

    private Electorate(SecretKey[] keys) {
        this.keys = keys;
    }

    static Electorate of(int members) {
        var random = new SecureRandom();
        return new Electorate(InParallel.map(members, index -> SecretKey.generate(random), SecretKey[]::new));
    }

    int size() {
        return keys.length;
    }

    SecretKey founder() {
        return keys[0];
    }

    SecretKey key(int member) {
        return keys[member];
    }

    /** One line for each member but the founder, who is a member by founding. */
    List<byte[]> lines() {
        var lines = new ArrayList<byte[]>(keys.length);
        for (var member = 1; member < keys.length; member++) {
            var line = "{\"key\":\"" + keys[member].publicKey().did() + "\"}\n";
            lines.add(line.getBytes(StandardCharsets.US_ASCII));
        }
        return lines;
    }

    /** What the registrar signs once for all of the lines. */
    static Map<String, Object> roll(List<byte[]> lines) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var line : lines) sha256.update(line);
            return Map.of("count", lines.size(), "roll", HexFormat.of().formatHex(sha256.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
