// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Hash;
import org.folkmoot.record.JournalCheck;
import org.folkmoot.record.ProofCheck;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has a head of the journal can be shown that a transfer is under it, and nobody can be shown another. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ProofTest {
    private Town town = Town.planned();
    private String transaction = "";

    @BeforeEach
    void moveSomething() {
        town = Town.found();
        var decision = Decision.in(town);
        var leg = Map.of("from", "treasury", "to", "harbour", "asset", "SKR", "amount", "1.00");
        decision.enact(1, Map.of("type", "treasury.transaction", "legs", List.of(leg, leg, leg)));
        transaction = decision.enactment(1);
    }

    @Test
    void everyTransferOfTheJournalIsProvenUpToItsHead() {
        var journal = town.get("/journal/jsonl").extract().asString();
        var last = JournalCheck.check(
                journal.lines().map(line -> line.getBytes(UTF_8)).iterator());

        var proven = town.get("/transfers").extract().<List<String>>path("items.transfer").stream()
                .distinct()
                .map(this::proof)
                .toList();

        assertThat(proven)
                .hasSize(4)
                .allSatisfy(proof ->
                        assertThat(ProofCheck.fault(proof.getBytes(UTF_8))).isEmpty());
        town.get("/transfers/" + transaction + "/proof")
                .body("head", equalTo(last.head().hex()))
                .body("size", equalTo(3))
                .body("lines.size()", equalTo(3));
    }

    /** Place and size only say which way the hashes are put together; everything else is bound by the head. */
    @Test
    void anyChangeOfOneBitIsFound() {
        var proof = proof(transaction);
        int tried = 0;

        for (int i = 0; i < proof.length(); i++) {
            if (isOfTheWay(proof, i)) continue;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                var changed = proof.getBytes(UTF_8);
                changed[i] ^= (byte) (1 << bit);
                tried++;
                assertThat(ProofCheck.fault(changed))
                        .as(new String(changed, UTF_8))
                        .isPresent();
            }
        }

        System.out.println("ProofTest: " + tried + " changes of one bit");
        assertThat(tried).isGreaterThan(5_000);
    }

    private static boolean isOfTheWay(String proof, int at) {
        var before = proof.substring(0, at);
        return before.endsWith("\"place\":") || before.endsWith("\"size\":");
    }

    @Test
    void whatIsNotInTheJournalIsNotProven() {
        var refused = Decision.in(town);
        refused.enact(1, Decision.transfer("treasury", "harbour", "5000.00"));

        town.get("/transfers/" + refused.enactment(1) + "/proof")
                .statusCode(404)
                .body("type", equalTo("urn:folkmoot:problem:proof-unknown"));
        town.get("/transfers/" + Hash.ZERO + "/proof").statusCode(404);
        town.get("/transfers/x/proof").statusCode(404);
    }

    private String proof(String transfer) {
        return town.get("/transfers/" + transfer + "/proof")
                .statusCode(200)
                .extract()
                .asString();
    }
}
