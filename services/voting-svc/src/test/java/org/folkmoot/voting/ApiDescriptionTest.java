// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

/** The committed description of the API is the one that the service gives; {@code -Dregenerate=true} writes it anew. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ApiDescriptionTest {
    private static final Path COMMITTED = Path.of("..", "..", "docs", "openapi", "voting-svc.yaml");

    @Test
    void theCommittedDescriptionHasNotDrifted() throws IOException {
        var now = RestAssured.given().accept("application/yaml").get("/openapi").asString();

        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, now);
        }

        assertThat(COMMITTED).content().isEqualTo(now);
    }
}
