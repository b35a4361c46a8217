// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to run the suite.
 *
 * @param home the folder of the repository, which holds the built services
 * @param data where everything that lasts is kept
 * @param services the names of the services to start
 * @param throwAway whether the data is deleted when the house closes, and the processes die with this one
 * @param jdbc a PostgreSQL to use instead of starting one
 * @param kafka a Kafka to use instead of starting one
 * @param environment what the services find in their environment beside what they always do
 */
public record Options(
        Path home,
        Path data,
        Ports ports,
        List<String> services,
        boolean throwAway,
        Optional<String> jdbc,
        Optional<String> kafka,
        Map<String, String> environment) {

    public Options {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        services = List.copyOf(services);
        environment = Map.copyOf(environment);
    }

    /** The whole suite on data that lasts. */
    public static Options lasting(Path home, Path data, int portBase) {
        return new Options(
                home, data, Ports.from(portBase), names(), false, Optional.empty(), Optional.empty(), Map.of());
    }

    /** The whole suite on empty data that is gone afterwards, on ports that are free. */
    public static Options throwAway(Path home) {
        try {
            var data = Files.createTempDirectory("folkmoot");
            return new Options(home, data, Ports.free(), names(), true, Optional.empty(), Optional.empty(), Map.of());
        } catch (IOException failure) {
            throw new HouseFailed("There is no room for throw-away data: " + failure.getMessage(), failure);
        }
    }

    /** The same with these services only, or none. */
    public Options withServices(List<String> some) {
        return new Options(home, data, ports, some, throwAway, jdbc, kafka, environment);
    }

    /** The same with servers of one's own, where they are given. */
    public Options withServers(Optional<String> ownJdbc, Optional<String> ownKafka) {
        return new Options(home, data, ports, services, throwAway, ownJdbc, ownKafka, environment);
    }

    /** The same with this in the environment of the services. */
    public Options withEnvironment(Map<String, String> more) {
        return new Options(home, data, ports, services, throwAway, jdbc, kafka, more);
    }

    private static List<String> names() {
        return Service.ALL.stream().map(Service::name).toList();
    }
}
