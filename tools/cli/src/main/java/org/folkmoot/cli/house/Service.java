// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the services: its name, how much heap it may use, and whether it takes many acts a second. */
record Service(String name, int heapMiB, boolean isBusy) {
    /** In the order of their ports. voting holds the rolls of open polls in memory. */
    static final List<Service> ALL = List.of(
            new Service("identity", 192, false),
            new Service("proposals", 192, false),
            new Service("voting", 512, true),
            new Service("treasury", 192, true));

    private static final int OLD_AT_FIRST = 16;
    private static final int YOUNG = 12;
    // Room for what lives no longer than an act.
    private static final int YOUNG_OF_BUSY = 32;

    /** The program that the build made. */
    Path jar(Path home) {
        return home.resolve(Path.of("services", name + "-svc", "target", "quarkus-app", "quarkus-run.jar"));
    }

    List<String> command(Path home) {
        int young = isBusy ? YOUNG_OF_BUSY : YOUNG;
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A sixty-fourth of a large machine would be far more than a service at rest needs.
                "-Xms" + (young + OLD_AT_FIRST) + "m",
                "-Xmn" + young + "m",
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                // After a full collection keep little more than what lives: growing again is cheap.
                "-XX:MinHeapFreeRatio=5",
                "-XX:MaxHeapFreeRatio=15",
                "-XX:-ShrinkHeapInSteps",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TrimNativeHeapInterval=60000",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dcom.amazon.corretto.crypto.provider.registerEdKeyFactory=true"));
        // To compile best what is seldom done takes more time and memory than it saves.
        if (!isBusy) command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-jar", jar(home).toString()));
        return List.copyOf(command);
    }
}
