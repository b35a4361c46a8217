// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpenApiTest {
    private static final Path COMMITTED = Path.of("..", "..", "docs", "openapi", "treasury-svc.yaml");

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
}
