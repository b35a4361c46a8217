// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ServiceKeyTest {
    @Inject
    ServiceKey key;

    @Inject
    AgroalDataSource database;

    @Test
    void everyReplicaHasTheSameKey() {
        var other = QuarkusTransaction.requiringNew().call(() -> new ServiceKey(database).get());

        assertThat(other.publicKey()).isEqualTo(key.get().publicKey());
        assertThat(other.publicKey().admissible()).isTrue();
    }
}
