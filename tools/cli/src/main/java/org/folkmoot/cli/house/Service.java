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
            new Service("voting", 576, true),
            new Service("treasury", 256, true));

    // Of a service that is mostly at rest: little room for what is new, and hardly more than what lives after a full
    // collection.
    private static final List<String> SMALL =
            List.of("-Xms28m", "-Xmn12m", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=15");

    // A batch on its way to the disk outlives a small space for what is new and is moved to the old, which is full at
    // once: a fifth of what a payment costs. So what is new has as much room as what stays, which is little at rest.
    private static final List<String> GROWING = List.of(
            "-Xms40m",
            "-XX:NewSize=24m",
            "-XX:MaxNewSize=96m",
            "-XX:NewRatio=1",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=30");

    /** The program that the build made. */
    Path jar(Path home) {
        return home.resolve(Path.of("services", name + "-svc", "target", "quarkus-app", "quarkus-run.jar"));
    }

    List<String> command(Path home) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "-XX:-ShrinkHeapInSteps",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TrimNativeHeapInterval=60000",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dcom.amazon.corretto.crypto.provider.registerEdKeyFactory=true"));
        // A sixty-fourth of a large machine, with which it would begin, is far more than a service at rest needs.
        command.addAll(isBusy ? GROWING : SMALL);
        // To compile best what is seldom done takes more time and memory than it saves.
        if (!isBusy) command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-jar", jar(home).toString()));
        return List.copyOf(command);
    }
}
