// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of balances is right to the last byte, or it is said in which lines it is not. */
class OpeningFileTest {
    private static final String ONE = "member/" + "01".repeat(32);
    private static final String TWO = "member/" + "02".repeat(32);
    private static final String GOOD =
            "account,asset,amount\n" + ONE + ",EUR,1.50\n" + ONE + ",SKR,7\n" + TWO + ",EUR,2\ntreasury,EUR,0.01\n";

    @Test
    void whatIsRightIsSummedUp() throws IOException {
        var rows = new ArrayList<OpeningFile.Row>();

        var found = OpeningFile.read(stream(GOOD), Optional.of(ActionSamples.CONSTITUTION), rows::add);

        assertThat(found.isRight()).isTrue();
        assertThat(found.file()).isEqualTo(Hash.of(GOOD.getBytes(UTF_8)));
        assertThat(found.rows()).isEqualTo(4);
        assertThat(found.sums()).containsEntry("EUR", "3.51").containsOnlyKeys("EUR", "SKR");
        assertThat(rows.getLast()).isEqualTo(new OpeningFile.Row("treasury", "EUR", "0.01"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "account,asset,amount\\n$1,EUR,1.50\\n$1,EUR,2.00\\n | line 3: '$1' has a balance of EUR before.",
                "account,asset,amount\\n$2,EUR,1.50\\n$1,EUR,2.00\\n | line 3: It comes before the line above",
                "account,asset,amount\\n$1,EUR,1.505\\n | line 2: '1.505' is not an amount of EUR",
                "account,asset,amount\\n$1,EUR,1e3\\n | line 2: '1e3' is not an amount of EUR",
                "account,asset,amount\\n$1,EUR,154185.119999995\\n | line 2: '154185.119999995' is not an amount",
                "account,asset,amount\\n$1,EUR,NaN\\n | line 2: 'NaN' is not an amount of EUR",
                "account,asset,amount\\n$1,EUR,-1.00\\n | line 2: '-1.00' is not an amount of EUR",
                "account,asset,amount\\n$1,EUR,0.00\\n | line 2: '0.00' is not an amount of EUR",
                "account,asset,amount\\n$1,EUR,01.00\\n | line 2: '01.00' is not an amount of EUR",
                "account,asset,amount\\n$1,EUR,\\n | line 2: '' is not an amount of EUR",
                "account,asset,amount\\n$1,EUT,1.00\\n | line 2: There is no asset 'EUT'.",
                "account,asset,amount\\n$1,eur,1.00\\n | line 2: 'eur' is not the code of an asset.",
                "account,asset,amount\\nnowhere,EUR,1.00\\n | line 2: There is no account 'nowhere'.",
                "account,asset,amount\\nissuance/EUR,EUR,1.00\\n | line 2: 'issuance/EUR' is not the name of an account.",
                "account,asset,amount\\nmint,EUR,1.00\\n | line 2: The account 'mint' holds SKR.",
                "account,asset,amount\\n$1,EUR,1.00,2027-01-01\\n | line 2: It has 4 parts",
                "account,asset,amount\\n\\n | line 2: It has 1 parts",
                "account,asset,amount\\n$1,EUR, 1.00\\n | line 2: It has a character that no",
                "account,asset,amount\\n$1,EUR,١\\n | line 2: It has a character that no",
                "account,asset,amount\\n$1,EUR,1.00\\r\\n | line 2: It ends with a carriage return.",
                "account,asset,amount\\r\\n$1,EUR,1.00\\n | line 1: It ends with a carriage return.",
                "\ufeffaccount,asset,amount\\n$1,EUR,1.00\\n | line 1: A byte order mark stands before the first line.",
                "account;asset;amount\\n$1,EUR,1.00\\n | line 1: The first line is 'account,asset,amount'.",
                "$1,EUR,1.00\\n | line 1: The first line is 'account,asset,amount'.",
                "account,asset,amount\\n$1,EUR,1.00 | line 2: It does not end with a line feed.",
                "account,asset,amount\\n | line 1: There is no balance.",
                "account,asset,amount | line 1: It does not end with a line feed.",
                "`` | line 1: The first line is 'account,asset,amount'."
            })
    void whatIsWrongIsSaidWithItsLine(String file, String fault) throws IOException {
        var found = read(file.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("$1", ONE)
                .replace("$2", TWO));

        assertThat(found.isRight()).isFalse();
        assertThat(found.faults().getFirst().toString()).startsWith(fault.replace("$1", ONE));
    }

    @ParameterizedTest
    @CsvSource({"19, 19", "20, 20", "21, 20", "500, 20"})
    void theFirstTwentyFaultsAreToldAndHowManyThereAre(int faults, int told) throws IOException {
        var found = read("account,asset,amount\n" + (ONE + ",EUR,x\n").repeat(faults));

        assertThat(found.faults()).hasSize(told);
        assertThat(found.faulty()).isEqualTo(faults);
        assertThat(found.faults().getLast().line()).isEqualTo(told + 1);
    }

    @Test
    void aLineThatNeverEndsIsOneFaultAndKeptNowhere() throws IOException {
        var found = read("account,asset,amount\n" + "x".repeat(1_000_000) + "\n" + ONE + ",EUR,1.00\n");

        assertThat(found.faults()).containsExactly(new OpeningFile.Fault(2, "It has more than 160 bytes."));
        assertThat(found.rows()).isEqualTo(1);
    }

    @Test
    void withoutAConstitutionOnlyTheFormIsLookedAt() throws IOException {
        var found = OpeningFile.read(
                stream("account,asset,amount\nsomewhere,XYZ,1.5\nsomewhere,XZ,2\nthere,XYZ,1.500000000000000001\n"),
                Optional.empty(),
                _ -> {});

        assertThat(found.isRight()).isTrue();
        assertThat(found.sums()).containsEntry("XYZ", "3.000000000000000001").containsEntry("XZ", "2");
    }

    @ParameterizedTest
    @CsvSource({"999999, true", "1000000, true", "1000001, false"})
    void aMillionBalancesAreReadAndNotOneMore(int rows, boolean right) throws IOException {
        var found = OpeningFile.read(new Rows(rows), Optional.empty(), _ -> {});

        assertThat(found.isRight()).isEqualTo(right);
        assertThat(found.rows()).isEqualTo(Math.min(rows, 1_000_000));
        if (right) assertThat(found.sums()).containsEntry("EUR", rows + ".00");
        else assertThat(found.faults()).extracting(OpeningFile.Fault::line).containsExactly(1_000_002L);
    }

    @Test
    void linesAreSortedAsSortDoes() throws IOException {
        var names = IntStream.of(3, 1, 2).mapToObj(i -> "a" + "-b".repeat(i)).collect(Collectors.toList());
        names.add("a");
        names.add("ab");
        names.sort(null);
        var file = names.stream().map(name -> name + ",EUR,1\n").sorted().collect(Collectors.joining());

        assertThat(OpeningFile.read(stream("account,asset,amount\n" + file), Optional.empty(), _ -> {})
                        .isRight())
                .isTrue();
    }

    private static OpeningFile.Found read(String file) throws IOException {
        return OpeningFile.read(stream(file), Optional.of(ActionSamples.CONSTITUTION), _ -> {});
    }

    private static InputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(UTF_8));
    }

    /** A file of that many balances, made as it is read. */
    private static final class Rows extends InputStream {
        private final int rows;
        private byte[] piece = "account,asset,amount\n".getBytes(UTF_8);
        private int at;
        private int made;

        Rows(int rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            if (at == piece.length) {
                if (made == rows) return -1;
                piece = ("member/" + "%064x".formatted(made++) + ",EUR,1.00\n").getBytes(UTF_8);
                at = 0;
            }
            return piece[at++];
        }
    }
}
