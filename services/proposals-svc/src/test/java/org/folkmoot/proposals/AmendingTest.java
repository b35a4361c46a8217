// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reads a proposal reads what it would change about the rules. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AmendingTest {
    private static final Map<String, Object> STEP =
            Map.of("op", "replace", "path", "/policies/spend/retries", "value", 2L);

    @Inject
    TestClock clock;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    @Test
    void changesAreShownInWords() {
        var testby = town.constitution().json().canonicalText().replace("\"name\":\"Testholm\"", "\"name\":\"Testby\"");
        var patch = amend(town.constitution().hash(), "patch", List.of(STEP));
        var whole = amend(
                town.constitution().hash(),
                "constitution",
                Constitution.read(testby.getBytes(UTF_8)).json().plain());

        get(drafted(patch, whole))
                .body(
                        "changes",
                        contains("policy 'spend': retries rises from 1 to 2", "name changes from Testholm to Testby"));
    }

    @Test
    void aPaymentChangesNothingAboutTheRules() {
        get(drafted(town.transfer("1.00"))).body("changes", empty());
    }

    @SafeVarargs
    private final String drafted(Map<String, ?>... actions) {
        return Town.post(
                        town.draftsPath(),
                        town.draft(ANN, "Other rules", List.of(actions)).sign())
                .statusCode(201)
                .extract()
                .path("proposal");
    }

    private static Map<String, Object> amend(Hash base, String how, Object what) {
        return Map.of("type", "constitution.amend", "base", base.hex(), how, what);
    }
}
