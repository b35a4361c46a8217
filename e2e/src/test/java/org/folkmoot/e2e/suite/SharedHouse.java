// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.suite;

import java.util.List;
import java.util.concurrent.FutureTask;
import org.folkmoot.cli.client.Suite;
import org.folkmoot.cli.house.Home;
import org.folkmoot.cli.house.House;
import org.folkmoot.cli.house.Options;
import org.jspecify.annotations.Nullable;

/**
 * The suite that tests share which leave its processes alone, or have it for themselves and start again what they kill. It
 * ends with this JVM.
 */
public final class SharedHouse {
    private static final List<String> EVERYBODY =
            List.of("postgres", "kafka", "identity", "proposals", "voting", "treasury");

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

    /** Starts again whoever was killed and not started again, so that the next test finds the house whole. */
    public static void restartTheDead() {
        for (var name : EVERYBODY) if (house().process(name).isEmpty()) house().restart(name);
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
