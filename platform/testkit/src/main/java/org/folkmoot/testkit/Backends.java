// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A real PostgreSQL and a real Kafka with empty throw-away data, started once for all tests of a JVM and gone with it.
 * Annotate a test with {@code @QuarkusTestResource(Backends.class)}, or call {@link #start()} without Quarkus.
 */
public final class Backends implements QuarkusTestResourceLifecycleManager {

    /** Starts both unless they run already; gives the settings that the services read. */
    @Override
    public Map<String, String> start() {
        return Map.of("JDBC", jdbc(), "KAFKA", kafka(), "kafka.bootstrap.servers", kafka());
    }

    /** Does nothing: the next test class goes on with the same servers. */
    @Override
    public void stop() {}

    /** PostgreSQL, to be killed and started again by a test. */
    public static TestServer postgres() {
        return TestServers.shared().postgres();
    }

    /** Kafka, to be killed and started again by a test. */
    public static TestServer broker() {
        return TestServers.shared().kafka();
    }

    /** PostgreSQL's address with user and password. */
    public static String jdbc() {
        return postgres().address();
    }

    /** Kafka's address. */
    public static String kafka() {
        return broker().address();
    }
}
