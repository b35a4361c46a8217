// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.folkmoot.backends.Child;
import org.folkmoot.backends.KafkaServer;
import org.folkmoot.backends.PostgresServer;
import org.folkmoot.backends.Signal;

/** The processes that the options ask for: first what everything stands on, then the services. */
final class Programs {
    private static final int KAFKA_HEAP = 320;
    private static final int HEALTH_PATIENCE = 2_000;
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Options options;
    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final Secrets secrets;

    Programs(Options options) {
        this.options = options;
        secrets = new Secrets(options.data());
        var ports = options.ports();
        postgres = new PostgresServer(data("postgres"), ports.port(Ports.POSTGRES), log(Ports.POSTGRES));
        kafka = new KafkaServer(data("kafka"), ports.port(Ports.KAFKA), ports.port(Ports.CONTROLLER), log(Ports.KAFKA));
    }

    /** What everything stands on, unless the community brings its own. */
    List<Program> backends() {
        var ports = options.ports();
        var backends = new ArrayList<Program>();
        if (options.jdbc().isEmpty()) {
            var port = ports.port(Ports.POSTGRES);
            backends.add(new Program(
                    Ports.POSTGRES,
                    List.of(port),
                    "postgresql://127.0.0.1:" + port,
                    rotated(Ports.POSTGRES, postgres::start),
                    postgres::isReady));
        }
        if (options.kafka().isEmpty()) {
            var both = List.of(ports.port(Ports.KAFKA), ports.port(Ports.CONTROLLER));
            backends.add(new Program(
                    Ports.KAFKA,
                    both,
                    kafka.bootstrap(),
                    rotated(Ports.KAFKA, () -> kafka.start(KAFKA_HEAP)),
                    kafka::isReady));
        }
        return List.copyOf(backends);
    }

    /** The services. */
    List<Program> services() {
        return Service.ALL.stream()
                .filter(service -> options.services().contains(service.name()))
                .map(this::service)
                .toList();
    }

    String jdbc() {
        return options.jdbc().orElseGet(postgres::jdbcUrl);
    }

    String kafka() {
        return options.kafka().orElseGet(kafka::bootstrap);
    }

    Path log(String name) {
        return LogFiles.file(options.data(), name);
    }

    private Program service(Service service) {
        if (!Files.exists(service.jar(options.home())))
            throw new HouseFailed(
                    "There is no " + service.jar(options.home()) + ": build Folkmoot first (./mvnw package).");
        var port = options.ports().port(service.name());
        var url = URI.create("http://127.0.0.1:" + port);
        Supplier<Child> starter = () -> Child.start(
                new Child.Plan(
                        service.name(),
                        service.command(options.home()),
                        environment(service, port),
                        log(service.name()),
                        Signal.TERM,
                        STOP),
                _ -> isHealthy(url));
        return new Program(
                service.name(), List.of(port), url.toString(), rotated(service.name(), starter), () -> isHealthy(url));
    }

    private Map<String, String> environment(Service service, int port) {
        var environment = new HashMap<>(options.environment());
        // Otherwise the C library keeps a heap for nearly every thread, and what was freed in each of them.
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        environment.put("PORT", Integer.toString(port));
        environment.put("HOST", "127.0.0.1");
        environment.put("JDBC", jdbc());
        environment.put("KAFKA", kafka());
        environment.put("IDENTITY", "http://127.0.0.1:" + options.ports().port("identity"));
        environment.put("PLUGINS", Home.plugins(options.data()).toString());
        environment.put("OPERATOR_TOKEN_FILE", secrets.operatorToken().toString());
        if (service.name().equals("identity"))
            environment.put("PERSONAL_KEY_FILE", secrets.personalKey().toString());
        if (service.name().equals("treasury"))
            environment.put("WEBHOOK_KEY_FILE", secrets.webhookKey().toString());
        return Map.copyOf(environment);
    }

    /** Whether a service says that it is ready. */
    static boolean isHealthy(URI service) {
        try {
            var connection =
                    (HttpURLConnection) service.resolve("/health/ready").toURL().openConnection();
            connection.setConnectTimeout(HEALTH_PATIENCE);
            connection.setReadTimeout(HEALTH_PATIENCE);
            var code = connection.getResponseCode();
            connection.disconnect();
            return code == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false; // it does not listen yet, or no longer
        }
    }

    private Supplier<Child> rotated(String name, Supplier<Child> starter) {
        return () -> {
            LogFiles.rotated(options.data(), name);
            return starter.get();
        };
    }

    private Path data(String name) {
        return options.data().resolve(name);
    }
}
