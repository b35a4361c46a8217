// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.enacting;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Hash;
import org.folkmoot.record.StrictJson;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others enact together is longer than an act may be, and no message that cannot be read. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EnactActionTest {
    @Inject
    EnactAction enactAction;

    @ParameterizedTest
    @ValueSource(ints = {StrictJson.MAX_BYTES - 1, StrictJson.MAX_BYTES, StrictJson.MAX_BYTES + 1})
    void whatConcernsOthersIsPassedOverHoweverLongItIs(int bytes) {
        var empty = "{\"actions\":[\"\"],\"type\":\"together\"}";
        var action = empty.replace("[\"", "[\"" + "a".repeat(bytes - empty.length()));
        var hash = Hash.ZERO.hex();
        var due = new EnactmentDueV1(hash, hash, hash, 0, 1, action, Instant.EPOCH);

        assertThatCode(() -> QuarkusTransaction.requiringNew().run(() -> enactAction.handle(due)))
                .doesNotThrowAnyException();
    }
}
