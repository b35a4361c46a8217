// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.nio.file.Path;
import java.util.List;

/** One of the services: its name, how much heap it may use, and how much of it is for what is new. */
record Service(String name, int heapMiB, int youngMiB) {
    /**
     * In the order of their ports. voting holds the rolls of open polls in memory; those that take many acts a second have
     * room for what lives no longer than one.
     */
    static final List<Service> ALL = List.of(
            new Service("identity", 192, 12),
            new Service("proposals", 192, 12),
            new Service("voting", 512, 32),
            new Service("treasury", 192, 32));

    private static final int OLD_AT_FIRST = 16;

    /** The program that the build made. */
    Path jar(Path home) {
        return home.resolve(Path.of("services", name + "-svc", "target", "quarkus-app", "quarkus-run.jar"));
    }

    List<String> command(Path home) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A sixty-fourth of a large machine would be far more than a service at rest needs.
                "-Xms" + (youngMiB + OLD_AT_FIRST) + "m",
                "-Xmn" + youngMiB + "m",
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TrimNativeHeapInterval=60000",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dcom.amazon.corretto.crypto.provider.registerEdKeyFactory=true",
                "-jar",
                jar(home).toString());
    }
}
