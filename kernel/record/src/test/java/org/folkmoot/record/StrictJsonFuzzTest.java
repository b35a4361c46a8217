// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrictJsonFuzzTest {
    private static final int[] CHARACTERS = {
        'a', 'Z', '0', ' ', '/', '"', '\\', '\n', '\t', 1, 0x1f, 0x7f, 0x80, 0xe5, 0x7ff, 0x800, 0x2028, 0xd7ff, 0xe000,
        0xfeff, 0xff01, 0xffff, 0x10000, 0x1f600, 0x10ffff
    };

    @Test
    void everyValueIsReadBackAsItWasWrittenSeed8785() {
        var random = new Random(8785);

        for (int i = 0; i < 10_000; i++) {
            var value = Json.of(anything(random, 0));
            var bytes = value.canonical();

            var read = StrictJson.parse(bytes);

            assertThat(read).isEqualTo(value);
            assertThat(read.canonical()).isEqualTo(bytes);
            assertThat(Json.of(read.plain())).isEqualTo(value);
        }
    }

    @Test
    void damagedDocumentsAreRefusedOrAreTheOneSpellingOfSomethingElseSeed7493() {
        var random = new Random(7493);

        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            var damaged = damage(Json.of(anything(random, 0)).canonical(), random);
            var value = parse(damaged);
            if (value.isEmpty()) continue;
            read++;
            assertThat(value.get().canonical()).isEqualTo(damaged);
        }

        assertThat(read).isBetween(5_000, 55_000);
    }

    @Test
    void randomBytesAreNeverReadAsAnythingButTheirOneSpellingSeed3629() {
        var random = new Random(3629);
        var alphabet = "{}[]\",:\\u0019-.eE tfnald\u00e5\0".getBytes(UTF_8);

        for (int i = 0; i < 200_000; i++) {
            var bytes = new byte[random.nextInt(12)];
            for (int k = 0; k < bytes.length; k++) bytes[k] = alphabet[random.nextInt(alphabet.length)];
            parse(bytes).ifPresent(value -> assertThat(value.canonical()).isEqualTo(bytes));
        }
    }

    @Test
    void anySingleByteChangeOfAnActIsRefusedOrIsAnotherAct() {
        var payload = ActTest.PAYLOAD.getBytes(UTF_8);
        var id = Act.read(payload).id();

        int others = 0;
        for (int at = 0; at < payload.length; at++) {
            for (int b = 0; b < 256; b++) {
                var changed = payload.clone();
                changed[at] = (byte) b;
                if (changed[at] == payload[at]) continue;
                var act = read(changed);
                if (act.isEmpty()) continue;
                others++;
                assertThat(act.get().id()).isNotEqualTo(id).isEqualTo(Hash.of(changed));
            }
        }

        assertThat(others).isGreaterThan(1000);
    }

    @Test
    void everyShortenedActIsRefused() {
        var payload = ActTest.PAYLOAD.getBytes(UTF_8);

        for (int size = 0; size < payload.length; size++)
            assertThat(read(Arrays.copyOf(payload, size))).isEmpty();
    }

    private static Optional<Json> parse(byte[] bytes) {
        try {
            return Optional.of(StrictJson.parse(bytes));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    private static Optional<Act> read(byte[] bytes) {
        try {
            return Optional.of(Act.read(bytes));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    private static byte[] damage(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        var piece = new byte[] {(byte) "0\"\\u,:{}[] \n-e.\u00c3\u0080\u00ff".charAt(random.nextInt(18))};
        return switch (random.nextInt(4)) {
            case 0 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
            case 1 -> join(Arrays.copyOf(bytes, at), join(piece, Arrays.copyOfRange(bytes, at, bytes.length)));
            case 2 -> join(Arrays.copyOf(bytes, at), join(piece, Arrays.copyOfRange(bytes, at + 1, bytes.length)));
            default -> flip(bytes, at, random);
        };
    }

    private static byte[] flip(byte[] bytes, int at, Random random) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private static byte[] join(byte[] a, byte[] b) {
        var joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    private static Object anything(Random random, int depth) {
        return switch (random.nextInt(depth == 6 ? 3 : 5)) {
            case 0 -> number(random);
            case 1 -> text(random);
            case 2 -> random.nextBoolean();
            case 3 -> {
                List<Object> items = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) items.add(anything(random, depth + 1));
                yield items;
            }
            default -> {
                Map<String, Object> members = new HashMap<>();
                for (int i = random.nextInt(14); i > 0; i--) members.put(text(random), anything(random, depth + 1));
                yield members;
            }
        };
    }

    private static long number(Random random) {
        return random.nextLong(-Json.MAX_INTEGER, Json.MAX_INTEGER + 1) >> random.nextInt(54);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        return text.toString();
    }
}
