// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Envelope;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the API is the committed one, and its examples are true. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpenApiTest {
    private static final Path COMMITTED = Path.of("..", "..", "docs", "openapi", "proposals-svc.yaml");

    /** Run with {@code -Dregenerate} to write the description anew. */
    @Test
    void theDescriptionIsTheCommittedOne() throws IOException {
        var description =
                given().get("/openapi").then().statusCode(200).extract().asString();
        if (System.getProperty("regenerate") != null) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, description);
        }

        assertThat(COMMITTED).hasContent(description);
    }

    @ParameterizedTest
    @CsvSource({"draft, DRAFT", "submit, SUBMISSION", "cancel, CANCELLATION", "retry, RETRY", "sponsor, SPONSORSHIP"})
    void theActsOfTheExamplesAreSignedAsTheySay(String type, String example) throws ReflectiveOperationException {
        var json = (String) Examples.class.getField(example).get(null);

        var opened = Acts.open(Envelope.read(json.getBytes(UTF_8)), Ed25519.fastest());

        assertThat(opened.act().type()).isEqualTo("proposal." + type + "/1");
    }
}
