// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.reach.Roll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who there is today is written as powers, as a number of equals, or as totals. */
class RollsTest {
    @Test
    void readsWhatIsWritten() {
        var rolls = read("""
                bodies:
                  citizens: { members: 60 }
                  council: { powers: [3, 2, 2, "100000000000000000000"] }
                  holders: { power: 900, members: 12 }
                measures: { supply: 1000 }
                """);

        assertThat(rolls)
                .isEqualTo(new Rolls(
                        Map.of(
                                "citizens",
                                Roll.equal(60),
                                "council",
                                Roll.of(List.of(
                                        BigInteger.valueOf(3), BigInteger.TWO, BigInteger.TWO, BigInteger.TEN.pow(20))),
                                "holders",
                                Roll.totals(BigInteger.valueOf(900), 12)),
                        Map.of("supply", BigInteger.valueOf(1000))));
    }

    @Test
    void equalsArePutTogether() {
        var roll = Roll.of(List.of(BigInteger.TWO, BigInteger.ONE, BigInteger.TWO));

        assertThat(roll.holders())
                .containsExactly(new Roll.Holders(BigInteger.ONE, 1), new Roll.Holders(BigInteger.TWO, 2));
        assertThat(roll.power()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bodies: { citizens: {} }",
                "bodies: { citizens: { power: 3 } }",
                "bodies: { citizens: { powers: [1], members: 1 } }",
                "bodies: { citizens: { powers: [1], power: 1 } }",
                "bodies: { citizens: { powers: [-1] } }",
                "bodies: { citizens: { members: 1000000001 } }"
            })
    void whatContradictsItselfIsRefused(String text) {
        var refused = catchThrowableOfType(ConstitutionRefused.class, () -> read(text));

        assertThat(refused.complaints())
                .extracting(Complaint::path)
                .allMatch(path -> path.startsWith("/bodies/citizens"));
    }

    private static Rolls read(String text) {
        return Rolls.read(text.getBytes(UTF_8));
    }
}
