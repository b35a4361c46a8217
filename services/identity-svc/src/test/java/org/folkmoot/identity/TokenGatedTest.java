// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class TokenGatedTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person CLEO = Person.named("cleo");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void whoOwnsEnoughIsLetInAndWhoSendsItOnIsNot() {
        var community = founded("Owners");
        Api.join(community, CLEO)
                .statusCode(201)
                .body("state", equalTo("open"))
                .body("words", equalTo("The applicant owns 0 units of SHELL; asked are 100."));
        var cleo = "member/" + CLEO.in(community);

        var first = UUID.randomUUID();
        var posted = posted(community, "treasury", cleo, "SHELL", 150);
        Facts.tell(posted(community, cleo, "treasury", "SHELL", 51), UUID.randomUUID());
        Facts.tell(posted(community, "treasury", cleo, "OTHER", 500), UUID.randomUUID());
        Facts.tell(posted, first);
        Facts.tell(posted, first);

        await().atMost(PATIENCE)
                .until(() -> words(community).equals("The applicant owns 99 units of SHELL; asked are 100."));
        Facts.tell(posted(community, "garden", cleo, "SHELL", 1), UUID.randomUUID());
        await().atMost(PATIENCE)
                .until(() -> Api.get(Api.members(community) + "/" + CLEO.in(community))
                                .extract()
                                .statusCode()
                        == 200);
    }

    private static Hash founded(String name) {
        var rules = Rules.with(
                Rules.of(name), "admission", Map.of("model", "token-gated", "asset", "SHELL", "atLeast", 100));
        return Api.founded(ANNA, name, Rules.with(rules, "assets", Map.of("SHELL", Map.of("scale", 0))));
    }

    private static String words(Hash community) {
        return Api.get(Api.applicants(community) + "/" + CLEO.in(community))
                .extract()
                .path("words");
    }

    private static TransferPostedV1 posted(Hash community, String from, String to, String asset, long amount) {
        return new TransferPostedV1(
                community.hex(),
                Hash.of(UUID.randomUUID().toString().getBytes(UTF_8)).hex(),
                1,
                from,
                to,
                asset,
                BigInteger.valueOf(amount),
                Hash.ZERO.hex(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
