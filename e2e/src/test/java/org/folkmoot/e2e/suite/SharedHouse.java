// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.suite;

import java.util.concurrent.FutureTask;
import org.folkmoot.cli.client.Suite;
import org.folkmoot.cli.house.Home;
import org.folkmoot.cli.house.House;
import org.folkmoot.cli.house.Options;
import org.jspecify.annotations.Nullable;

/** The suite that all tests share which leave its processes alone. It ends with this JVM. */
public final class SharedHouse {
    private static @Nullable FutureTask<House> starting;

    private SharedHouse() {}

    /** The house itself. The first test that wants it starts it; when that fails, it fails for all of them. */
    public static synchronized House house() {
        var known = starting;
        if (known == null) {
            starting = known = new FutureTask<>(() -> House.start(Options.throwAway(Home.find()), SharedHouse::say));
            known.run();
        }
        return switch (known.state()) {
            case SUCCESS -> known.resultNow();
            case FAILED -> throw new AssertionError("there is no suite", known.exceptionNow());
            case CANCELLED, RUNNING -> throw new IllegalStateException("it was run above, by whoever came first");
        };
    }

    /** Where its services answer. */
    public static Suite suite() {
        return house().suite();
    }

    /** Tells in the test's output how a house is doing. */
    public static void say(String line) {
        System.out.println("[house] " + line);
    }
}
