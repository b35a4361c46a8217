// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published vectors. They are JSON with null in it, which our reader refuses, so they are taken apart by pattern. */
class Ed25519VectorsTest {
    private static final Pattern CCTV = Pattern.compile(
            "\"number\": (\\d+),\\s*\"key\": \"(\\w*)\",\\s*\"sig\": \"(\\w*)\",\\s*\"msg\": \"([^\"]*)\",\\s*\"flags\": (null|\\[)");
    private static final Pattern WYCHEPROOF = Pattern.compile(
            "\"pk\": \"(\\w*)\"|\"msg\": \"(\\w*)\",\\s*\"sig\": \"(\\w*)\",\\s*\"result\": \"(\\w+)\"");

    static List<Verifier> verifiers() {
        return Verifiers.all();
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void of914EdgeCasesExactlyTheOneWithoutAnyOddityIsAccepted(Verifier verifier) {
        var vectors = matches(CCTV, SharedCases.text("crypto/ed25519/cctv-ed25519vectors.json.gz"));
        assertThat(vectors).hasSize(914);

        var accepted =
                vectors.stream().filter(v -> accepts(verifier.strict(), v)).toList();

        assertThat(accepted).hasSize(1);
        assertThat(accepted.getFirst().group(5)).isEqualTo("null");
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void amongAdmissibleKeysTheCheckOfTheKeyIsNotNeeded(Verifier verifier) {
        var vectors = matches(CCTV, SharedCases.text("crypto/ed25519/cctv-ed25519vectors.json.gz"));

        var admissible =
                vectors.stream().filter(v -> key(v.group(2)).admissible()).toList();
        var accepted = admissible.stream().filter(v -> accepts(verifier, v)).toList();

        assertThat(admissible).hasSize(28);
        assertThat(accepted).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void all151WycheproofVerdictsAreOurs(Verifier verifier) {
        var text = SharedCases.text("crypto/wycheproof/ed25519_test.json.gz");
        var key = new PublicKey(new byte[Suite.ED25519.keySize()]);
        var wrong = new ArrayList<String>();

        int seen = 0;
        for (var found : matches(WYCHEPROOF, text)) {
            if (found.group(1) != null) {
                key = key(found.group(1));
                continue;
            }
            seen++;
            boolean ours = verifier.strict().verify(key, hex(found.group(2)), hex(found.group(3)));
            if (ours != found.group(4).equals("valid")) wrong.add(found.group());
        }

        assertThat(seen).isEqualTo(151);
        assertThat(wrong).isEmpty();
    }

    private static List<Matcher> matches(Pattern pattern, String text) {
        var all = new ArrayList<Matcher>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher);
            var next = pattern.matcher(text);
            next.region(matcher.end(), text.length());
            matcher = next;
        }
        return all;
    }

    private static boolean accepts(Verifier verifier, Matcher vector) {
        return verifier.verify(key(vector.group(2)), vector.group(4).getBytes(UTF_8), hex(vector.group(3)));
    }

    private static PublicKey key(String hex) {
        return new PublicKey(hex(hex));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
