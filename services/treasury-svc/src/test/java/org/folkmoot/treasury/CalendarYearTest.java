// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

/** What happens by the calendar happens once, in order, and to the unit, whoever does it and whatever interrupts it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CalendarYearTest extends CalendarTown {
    @Test
    void aYearOfAllFourIsWhatAPlainReckoningSays() throws Exception {
        found(
                ", per: { every: P1M, most: \"200.00\" }",
                "budgets: { ice: { from: treasury, amount: \"100.00\", every: P1M, left: return },"
                        + " harbour: { from: school, amount: \"70.00\", every: P1M } },"
                        + " dues: { fee: { asset: SKR, amount: \"10.00\", every: P1M, to: school, grace: P5D, most: 2 } },"
                        + " income: { basic: { asset: SKR, amount: \"20.00\", every: P1M, who: \"member.since <= roll.at - duration('240h')\" } },"
                        + " demurrage: { SKR: { rate: 1/100, every: P1M, to: school, exempt: [treasury] } }");
        join(Town.NOW.plusSeconds(1));
        var people =
                Stream.concat(Stream.of(ANN), OTHERS.stream()).map(this::member).toList();
        var plain = new TreeMap<>(Map.of("treasury", 100_000L, "school", 20_000L, "ice", 0L, "harbour", 0L));
        people.forEach(person -> plain.put(person, 0L));
        var foretold =
                Stream.of("treasury", "school", "ice", "harbour").collect(toMap(account -> account, this::foretold));

        for (int month = 0; month < 12; month++) {
            begin(YearMonth.of(2027, 2).plusMonths(month));
            reckon(plain, people);
            switch (month % 3) {
                case 0 -> run();
                case 1 -> runInterrupted();
                default -> runTwice();
            }
            run();

            plain.forEach(
                    (account, held) -> assertThat(balance(account)).as(account).isEqualTo(held));
            new Audit(database, town.community()).check();
        }

        foretold.forEach((account, held) -> assertThat(held).as(account).isEqualTo(plain.get(account)));
        assertThat(count("calendar_turn where community = ? and state = 'done'"))
                .isEqualTo(12 * 5);
        assertThat(count("due where community = ? and paid_at is not null")).isEqualTo(12 * 10);
        town.get("/schedules")
                .statusCode(200)
                .body("items.kind", contains("budget", "budget", "demurrage", "dues", "income"))
                .body("items[0].next", equalTo("2028-01-31T23:00:00.000Z"))
                .body("items[4].last.period", equalTo("2028-01-01"))
                .body("items[4].last.amount", equalTo("200.00"));
    }

    /** What an account will hold after the January of the next year, of which everything is told before it happens. */
    private long foretold(String account) {
        var holds = town.get("/forecast/calendar?asset=SKR&until=2028-01-01T00:00:00Z&account=" + account)
                .statusCode(200)
                .body("parts", hasSize(13))
                .body("parts[0].issued", equalTo("0.00"))
                .body("parts[1].issued", equalTo("200.00"))
                .extract()
                .<String>path("parts[12].holds");
        return Long.parseLong(holds.replace(".", ""));
    }

    private static void reckon(Map<String, Long> plain, List<String> people) {
        for (var account : List.copyOf(plain.keySet())) {
            if (account.equals("treasury") || account.equals("school")) continue;
            long lost = held(plain, account) / 100;
            move(plain, account, "school", lost);
        }
        people.forEach(person -> plain.merge(person, 2_000L, Long::sum));
        people.forEach(person -> move(plain, person, "school", 1_000));
        if (held(plain, "school") >= 7_000) move(plain, "school", "harbour", 7_000);
        move(plain, "ice", "treasury", held(plain, "ice"));
        move(plain, "treasury", "ice", 10_000);
    }

    private static long held(Map<String, Long> plain, String account) {
        return plain.getOrDefault(account, 0L);
    }

    private static void move(Map<String, Long> plain, String from, String to, long amount) {
        plain.merge(from, -amount, Long::sum);
        plain.merge(to, amount, Long::sum);
    }
}
