// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People commit and reveal at random, some never and some wrongly, from pools with quotas that can be kept or cannot; a draw of a
 * few lines, written from the documents alone, tries every panel and says what must come out.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@NullUnmarked // what a test makes at its start is there in all that it does
class DrawsAtRandomTest {
    private static final List<Person> MAKERS = Person.many("maker", 4);

    @Inject
    TestClock clock;

    @Inject
    MembershipStore membership;

    private Random random;
    private Lots lots;
    private final Map<String, Boolean> founders = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 17, 26, 33, 35})
    void whoIsDrawnFollowsFromTheValues(long seed) {
        random = new Random(seed);
        found();
        var seats = random.nextInt(1, 6);
        var least = random.nextInt(2, 4);
        var in = bounds(seats);
        var others = bounds(seats);
        var action = new HashMap<>(Lots.one("seats", (long) seats));
        action.put("seed", Map.of("role", "witness", "atLeast", (long) least));
        action.put("quotas", Map.of("standing", Map.of("founders", in, "others", others)));
        var due = lots.ask(action);
        var panels = panels(seats, in, others);
        if (panels.isEmpty()) {
            assertThat(failed(due)).isIn("no-panel", "action-invalid");
            return;
        }
        hold(due, lots.opened(due), seats, least, panels);
    }

    private void found() {
        lots = Lots.found(clock, membership);
        var village = lots.village();
        village.join(5, MAKERS.toArray(Person[]::new));
        for (var place = 0; place < MAKERS.size(); place++) lots.witness(6 + place, MAKERS.get(place));
        lots.await(membership, 5 + MAKERS.size());
        for (var one : List.of(Village.ANN, Village.BEN)) founders.put(lots.id(one), true);
        for (var one : MAKERS) founders.put(lots.id(one), false);
        founders.put(lots.id(Village.CAT), false);
    }

    private List<Long> bounds(int seats) {
        var low = random.nextInt(3);
        return List.of((long) low, (long) low + random.nextInt(seats + 1));
    }

    /** Round after round, until it ends; who may make the seed loses those who keep a value back. */
    private void hold(EnactmentDueV1 due, Hash draw, int seats, int least, Set<Set<String>> panels) {
        assertThat(Lots.read(draw).extract().jsonPath().getString("panels")).isEqualTo(Integer.toString(panels.size()));
        var makers = new ArrayList<>(MAKERS);
        makers.add(Village.ANN);
        makers.add(Village.BEN);
        for (var round = 1; ; round++) {
            var at = lots.round(draw, round);
            var committed = commit(draw, round, makers, at.revealsAt());
            clock.reach(at.revealsAt());
            commitLate(draw, round, makers.getFirst());
            if (committed.size() < least) {
                assertThat(failed(due)).isEqualTo("too-few-commitments");
                return;
            }
            var withheld = reveal(draw, round, committed, at.closesAt());
            clock.reach(at.closesAt());
            if (withheld.isEmpty()) {
                drawn(draw, round, committed, seats, panels);
                return;
            }
            makers.removeAll(withheld);
            if (makers.size() < least) {
                assertThat(failed(due)).isEqualTo("too-few-committers");
                return;
            }
        }
    }

    private List<Person> commit(Hash draw, int round, List<Person> makers, Instant end) {
        var committed = new ArrayList<Person>();
        for (var maker : makers) {
            if (random.nextInt(8) == 0) continue;
            if (random.nextInt(6) == 0) clock.reach(end.minusMillis(1));
            lots.commit(maker, draw, round).statusCode(201);
            committed.add(maker);
            if (random.nextInt(4) == 0) lots.commit(maker, draw, round).statusCode(409);
            if (random.nextInt(4) == 0) lots.reveal(maker, draw, round).statusCode(409);
            if (random.nextInt(4) == 0) lots.commit(maker, draw, round + 1).statusCode(409);
        }
        lots.commit(Village.CAT, draw, round).statusCode(403);
        return committed;
    }

    private void commitLate(Hash draw, int round, Person maker) {
        var status = lots.commit(maker, draw, round).extract().statusCode();
        assertThat(status).isEqualTo(409);
    }

    private List<Person> reveal(Hash draw, int round, List<Person> committed, Instant end) {
        var withheld = new ArrayList<Person>();
        for (var maker : committed) {
            if (random.nextInt(3) == 0) {
                var wrong = lots.saying(maker, "draw.reveal/1", draw)
                        .with("round", (long) round)
                        .with("value", Hash.ZERO.hex());
                Lots.post(draw, "reveals", wrong.sign().json()).statusCode(422);
            }
            if (random.nextInt(9) == 0) {
                withheld.add(maker);
                continue;
            }
            if (random.nextInt(6) == 0) clock.reach(end.minusMillis(1));
            lots.reveal(maker, draw, round).statusCode(201);
            if (random.nextInt(4) == 0) lots.reveal(maker, draw, round).statusCode(409);
        }
        return withheld;
    }

    private String failed(EnactmentDueV1 due) {
        return News.await(due.community(), ActionFailedV1.class).reason();
    }

    private void drawn(Hash draw, int round, List<Person> committed, int seats, Set<Set<String>> panels) {
        var shown = Lots.awaitState(draw, "drawn").extract().jsonPath();
        var values = new TreeMap<String, byte[]>();
        for (var maker : committed)
            values.put(
                    lots.id(maker),
                    HexFormat.of().parseHex(Lots.value(lots, draw, maker, round).value()));
        var parts = new ArrayList<byte[]>();
        values.forEach((who, value) -> {
            parts.add(who.getBytes(UTF_8));
            parts.add(value);
        });
        var seed = hash(parts.toArray(byte[][]::new));
        assertThat(shown.getString("seed")).isEqualTo(HexFormat.of().formatHex(seed));
        List<String> panel = shown.getList("panel");
        assertThat(panels).contains(new TreeSet<>(panel));
        assertThat(panel).containsExactlyElementsOf(model(seed, panels));
        checkFiles(draw, panel);
    }

    /** How many founders come follows from how many panels have so many; then who, and who of the others. */
    private List<String> model(byte[] seed, Set<Set<String>> panels) {
        var bits = new Bits(seed);
        var byFounders = new TreeMap<Long, Integer>();
        var seats = panels.iterator().next().size();
        panels.forEach(
                one -> byFounders.merge(one.stream().filter(founders::get).count(), 1, Integer::sum));
        var place = bits.below(panels.size());
        var count = 0L;
        while (place >= byFounders.getOrDefault(count, 0)) place -= byFounders.getOrDefault(count++, 0);
        // With the founders known it is known how many others come, and a number is drawn for it all the same: one of
        // their panels.
        var rest = seats - (int) count;
        var chosen = count;
        bits.below((int) (byFounders.get(chosen)
                / panels.stream()
                        .map(one -> one.stream().filter(founders::get).toList())
                        .filter(one -> one.size() == chosen)
                        .distinct()
                        .count()));
        var panel = new ArrayList<String>();
        // The kinds of people go by the names of their properties.
        pick(bits, true, (int) count, panel);
        pick(bits, false, rest, panel);
        return panel;
    }

    private void pick(Bits bits, boolean founder, int count, List<String> panel) {
        var waiting = new ArrayList<>(new TreeSet<>(founders.keySet().stream()
                .filter(one -> founders.get(one) == founder)
                .toList()));
        for (var left = count; left > 0; left--) panel.add(waiting.remove(bits.below(waiting.size())));
    }

    private Set<Set<String>> panels(int seats, List<Long> in, List<Long> others) {
        var ids = List.copyOf(founders.keySet());
        var panels = new HashSet<Set<String>>();
        for (var mask = 0; mask < 1 << ids.size(); mask++) {
            if (Integer.bitCount(mask) != seats) continue;
            var chosen = mask;
            var panel = new TreeSet<>(IntStream.range(0, ids.size())
                    .filter(bit -> (chosen >> bit & 1) == 1)
                    .mapToObj(ids::get)
                    .toList());
            var of = panel.stream().filter(founders::get).count();
            if (in.get(0) <= of && of <= in.get(1) && others.get(0) <= seats - of && seats - of <= others.get(1))
                panels.add(panel);
        }
        return panels;
    }

    private static void checkFiles(Hash draw, List<String> panel) {
        var lines = given().get("/v1/draws/" + draw + "/pool.csv")
                .asString()
                .lines()
                .skip(1)
                .toList();
        assertThat(lines.stream().map(line -> line.split(",")[0]).toList())
                .hasSize(7)
                .containsAll(panel);
        var rounds = JsonPath.from(
                given().get("/v1/draws/" + draw + "/rounds?limit=200").asString());
        assertThat(rounds.getList("items")).isNotEmpty();
    }

    private static byte[] hash(byte[]... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                sha.update(ByteBuffer.allocate(4).putInt(part.length).array());
                sha.update(part);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bits of the hashes of seed and counter, one behind the other. */
    private static final class Bits {
        private final byte[] seed;
        private final StringBuilder bits = new StringBuilder();
        private long counter;

        Bits(byte[] seed) {
            this.seed = seed;
        }

        int below(int bound) {
            var width = Integer.toBinaryString(bound - 1).length();
            if (bound == 1) return 0;
            while (true) {
                while (bits.length() < width)
                    for (var one :
                            hash(seed, ByteBuffer.allocate(8).putLong(counter++).array()))
                        for (var bit = 7; bit >= 0; bit--) bits.append(one >> bit & 1);
                var drawn = new BigInteger(bits.substring(0, width), 2).intValueExact();
                bits.delete(0, width);
                if (drawn < bound) return drawn;
            }
        }
    }
}
