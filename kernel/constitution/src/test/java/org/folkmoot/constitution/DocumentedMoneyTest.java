// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.Test;

/** What the page about money shows is read as it says. */
class DocumentedMoneyTest {
    private static final Path PAGE = Path.of("../../docs/money.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```");
    private static final String REST = """
            folkmoot: 1
            name: Skerry
            accounts:
              treasury: { asset: SKR }
              events: { asset: SKR }
              commons: { asset: SKR }
              reserve: { asset: SKR }
            admission: { model: registrar, of: founders }
            bodies:
              citizens: { who: "true", power: equal }
            policies:
              - name: all
                applies: "true"
                body: citizens
                ballot: { method: for-against-abstain, revote: last }
                approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                timing: { delay: PT0S, period: P3D, timelock: P2D, expires: P7D }
            """;

    private static Constitution documented() throws IOException {
        var blocks = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());
        return Constitution.read((REST + blocks).getBytes(UTF_8));
    }

    @Test
    void theCalendarIsRead() throws IOException {
        var rules = documented().treasury();

        var months = new Periods(LocalDate.of(2001, 1, 1), java.time.Period.ofMonths(1), ZoneId.of("Europe/Oslo"));
        assertThat(rules.schedules().budgets().values())
                .containsExactly(new Schedules.Budget(
                        "events", "SKR", "treasury", BigInteger.valueOf(50_000), months, Schedules.Left.RETURN));
        assertThat(rules.schedules().dues().values()).singleElement().satisfies(dues -> {
            assertThat(dues.grace()).isEqualTo(Duration.ofDays(14));
            assertThat(dues.most()).isEqualTo(3);
            assertThat(dues.who().map(Who::source)).contains("!member.founder");
        });
        assertThat(rules.schedules().incomes()).containsOnlyKeys("basic");
        assertThat(rules.schedules().demurrage().values())
                .containsExactly(new Schedules.Demurrage(
                        "SKR", Fraction.of(1, 100), months, Optional.of("commons"), List.of("treasury", "reserve")));
    }

    @Test
    void thePaceOfIssuingIsRead() throws IOException {
        assertThat(documented().assets().values())
                .singleElement()
                .extracting(asset -> asset.pace().orElseThrow().most())
                .isEqualTo(BigInteger.valueOf(10_000_000));
    }
}
