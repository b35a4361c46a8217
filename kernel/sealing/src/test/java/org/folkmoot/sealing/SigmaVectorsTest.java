// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published proofs of the CFRG that are of the one relation and the one form that is used here. */
class SigmaVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String ONE = "01000000";
    private static final String COEFFICIENT = "00".repeat(31) + "01";
    private static final String FIRST = ONE + ONE + COEFFICIENT + ONE + "00000000" + "00000000" + COEFFICIENT;
    private static final String SECOND = ONE + "03000000" + COEFFICIENT + ONE + "00000000" + "02000000" + COEFFICIENT;
    private static final String ONE_HEAD = ONE + FIRST;
    private static final String TWO_HEAD = "02000000" + FIRST + SECOND;

    static Stream<JsonNode> proofs() {
        return Stream.of("valid", "invalid")
                .flatMap(SigmaVectorsTest::file)
                .filter(proof -> proof.get("Flavor").asText().equals("compact"))
                .filter(proof -> proof.get("Tag").asText().matches("(dleq|discrete_logarithm)(/wrong-session)?-.*"))
                .filter(proof -> serialized(proof).startsWith(head(proof)));
    }

    private static Stream<JsonNode> file(String name) {
        try {
            var root = new ObjectMapper().readTree(SharedCases.text("crypto/sigma-proofs/" + name + ".json"));
            return StreamSupport.stream(root.spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void theVerdictIsThePublishedOne(JsonNode proof) {
        var verdict = EqualLogs.verify(
                statement(proof),
                HEX.parseHex(proof.get("NargString").asText()),
                proof.get("Tag").asText());

        assertThat(verdict).isEqualTo(proof.get("Expected").asText().equals("accept"));
    }

    @Test
    void twelvePublishedProofsAreOfThisRelationAndForm() {
        assertThat(proofs().count()).isEqualTo(12);
    }

    @Test
    void whatIsProvedIsVerified() {
        var random = new Random(1);
        var secret = Scalars.random(random);
        var base = Point.base(Scalars.random(random));
        var statement = EqualLogs.Statement.of(Point.base(secret), base, base.times(secret));

        byte[] proof = EqualLogs.prove(statement, secret, EqualLogs.tag("test"), random);

        assertThat(EqualLogs.verify(statement, proof, EqualLogs.tag("test"))).isTrue();
    }

    /** What says how the points belong together; a statement that says it otherwise is another relation. */
    private static String head(JsonNode proof) {
        return serialized(proof).startsWith(ONE) ? ONE_HEAD : TWO_HEAD;
    }

    private static EqualLogs.Statement statement(JsonNode proof) {
        byte[] instance = HEX.parseHex(serialized(proof));
        var reader = new Bytes.Reader(instance);
        if (serialized(proof).startsWith(ONE)) {
            reader.take(instance.length - Point.SIZE);
            return new EqualLogs.Statement(List.of(new EqualLogs.Equation(reader.point(), Point.BASE)));
        }
        reader.take(instance.length - 3 * Point.SIZE);
        return EqualLogs.Statement.of(reader.point(), reader.point(), reader.point());
    }

    private static String serialized(JsonNode proof) {
        return proof.get("Instance").asText();
    }
}
