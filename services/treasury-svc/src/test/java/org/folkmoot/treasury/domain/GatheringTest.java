// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each account gives what it can before the next is asked, and all of it moves or nothing. */
class GatheringTest {
    private static final Asset SKR = new Asset("SKR", 2, Optional.empty());
    private static final Instant NOW = Instant.EPOCH;

    private final Books books = new Books(List.of(SKR));
    private int asked;

    @Test
    void theFirstIsDrainedBeforeTheNextIsAsked() {
        hold("a", 500, 0);
        hold("b", 300, 0);
        hold("c", 300, 0);

        assertThat(ask("6.00", source("a"), source("b"), source("c"))).isEqualTo("a 500, b 100");
        assertThat(left("a", "b", "c", "to")).containsExactly(0L, 200L, 300L, 600L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "9.99; a 300, b 200, c 499",
                "10.00; a 300, b 200, c 500",
                "10.01; All sources together give 10.00 SKR, not 10.01."
            })
    void notMoreThanTheMostAndNotBelowWhatIsKept(String amount, String answer) {
        hold("a", 500, 0);
        hold("b", 300, 0);
        hold("c", 500, 0);

        assertThat(ask(amount, source("a", "3.00", null), source("b", null, "1.00"), source("c")))
                .isEqualTo(answer);
    }

    @Test
    void whatIsSetAsideIsNotGiven() {
        hold("a", 500, 450);
        hold("b", 500, 0);

        assertThat(ask("1.00", source("a"), source("b"))).isEqualTo("a 50, b 50");
    }

    /** What is kept is kept of what is free: nothing is taken back to get there. */
    @Test
    void anAccountBelowWhatIsKeptGivesNothing() {
        hold("a", 500, 450);
        hold("b", 500, 0);

        assertThat(ask("1.00", source("a", null, "0.51"), source("b"))).isEqualTo("b 100");
        assertThat(ask("1.00", source("a", null, "0.49"), source("b"))).isEqualTo("a 1, b 99");
    }

    @Test
    void oneThatIsNotThereHasNothing() {
        hold("b", 500, 0);

        assertThat(ask("1.00", source("a"), source("b"))).isEqualTo("b 100");
        assertThat(ask("5.00", source("a"), source("b"))).isEqualTo("All sources together give 4.00 SKR, not 5.00.");
    }

    @Test
    void whatIsWrongIsToldBeforeAnythingIsLookedUp() {
        hold("a", 500, 0);

        assertThat(ask("1.00")).startsWith("A transaction has 1 to 64 legs");
        assertThat(ask("1.00", Collections.nCopies(65, source("a")).toArray(Source[]::new)))
                .startsWith("A transaction has 1 to 64 legs");
        assertThat(ask("0.00", source("a"))).isEqualTo("'0.00' is no amount of SKR to move.");
        assertThat(ask("-1.00", source("a"))).isEqualTo("'-1.00' is no amount of SKR to move.");
        assertThat(ask("1.00", source("a", "1.001", null))).isEqualTo("'1.001' is no amount of SKR to move.");
        assertThat(ask("1.00", source("a", null, "x"))).isEqualTo("'x' is no amount of SKR to move.");
        assertThat(ask("1.00", source("a"), source("a"))).isEqualTo("From and to are both a.");
        assertThat(ask("1.00", source("to"))).isEqualTo("From and to are both to.");
        assertThat(left("a", "to")).containsExactly(500L, 0L);
    }

    @Test
    void itsFirstOutcomeIsFinal() {
        hold("a", 500, 0);
        hold("b", 500, 0);
        var order = order("6.00", source("a"), source("b"));
        var first = (Answer.First) books.rule(order, NOW);

        assertThat(books.rule(order, NOW.plusSeconds(1))).isEqualTo(new Answer.Again(first.done()));
        assertThat(left("a", "b", "to")).containsExactly(0L, 400L, 600L);
        var other = new Order.Gather(order.id(), List.of(source("b"), source("a")), "to", "SKR", "6.00", Hash.ZERO, "");
        assertThat(books.rule(other, NOW)).isEqualTo(new Answer.Different(order.id(), "debit"));
    }

    /** It gives what is to be paid, from those that come first, as somebody would who pays out unit by unit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itIsWhatUnitByUnitGives(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var here = new Books(List.of(SKR));
            here.know(Account.declared("to", "SKR"));
            var sources = new ArrayList<Source>();
            var can = new ArrayList<Long>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                long balance = random.nextInt(12);
                long aside = random.nextInt((int) balance + 1);
                here.know(account("s" + i, balance, aside));
                var max = random.nextBoolean() ? Optional.of(1L + random.nextInt(8)) : Optional.<Long>empty();
                var keep = random.nextBoolean() ? Optional.of(1L + random.nextInt(8)) : Optional.<Long>empty();
                sources.add(new Source("s" + i, max.map(GatheringTest::text), keep.map(GatheringTest::text)));
                long units = 0;
                while (units < max.orElse(Long.MAX_VALUE) && balance - aside - units - 1 >= keep.orElse(0L)) units++;
                can.add(units);
            }
            long amount = 1 + random.nextInt(30);
            var order = new Order.Gather(
                    Hash.of((seed + "/" + round).getBytes(UTF_8)), sources, "to", "SKR", text(amount), Hash.ZERO, "");
            long left = amount;
            var expected = new ArrayList<String>();
            for (int i = 0; i < can.size(); i++) {
                long given = Math.min(left, can.get(i));
                if (given > 0) expected.add("s" + i + " " + given);
                left -= given;
            }

            var answer = words(((Answer.First) here.rule(order, NOW)).done());

            if (left == 0) assertThat(answer).isEqualTo(String.join(", ", expected));
            else
                assertThat(answer)
                        .isEqualTo(
                                "All sources together give " + text(amount - left) + " SKR, not " + text(amount) + ".");
        }
    }

    private static String text(long minor) {
        return SKR.decimal(BigInteger.valueOf(minor));
    }

    private void hold(String name, long balance, long aside) {
        books.know(account(name, balance, aside));
    }

    private static Account account(String name, long balance, long aside) {
        return new Account(
                name,
                "SKR",
                Account.Kind.DECLARED,
                Account.State.OPEN,
                BigInteger.ZERO,
                BigInteger.valueOf(balance),
                BigInteger.valueOf(aside),
                BigInteger.ZERO,
                Optional.of(BigInteger.ZERO),
                Optional.empty());
    }

    private static Source source(String account) {
        return new Source(account, Optional.empty(), Optional.empty());
    }

    private static Source source(String account, @Nullable String max, @Nullable String keep) {
        return new Source(account, Optional.ofNullable(max), Optional.ofNullable(keep));
    }

    private Order.Gather order(String amount, Source... sources) {
        books.know(books.account("to", "SKR").orElseGet(() -> Account.declared("to", "SKR")));
        var id = Hash.of(String.valueOf(asked++).getBytes(UTF_8));
        return new Order.Gather(id, List.of(sources), "to", "SKR", amount, Hash.ZERO, "");
    }

    private String ask(String amount, Source... sources) {
        return words(((Answer.First) books.rule(order(amount, sources), NOW)).done());
    }

    private static String words(Done done) {
        return switch (done.outcome()) {
            case Outcome.Posted(var lines) ->
                String.join(
                        ", ",
                        lines.stream()
                                .map(line -> line.debit() + " " + line.amount())
                                .toList());
            case Outcome.Refused(var why) -> why.detail();
            case Outcome.Turned _ -> "turned";
        };
    }

    private List<Long> left(String... accounts) {
        return Arrays.stream(accounts)
                .map(name -> books.account(name, "SKR")
                        .map(Account::balance)
                        .orElse(BigInteger.ZERO)
                        .longValueExact())
                .toList();
    }
}
