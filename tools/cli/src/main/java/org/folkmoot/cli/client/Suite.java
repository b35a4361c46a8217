// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The addresses of the four services. */
public record Suite(URI identity, URI proposals, URI voting, URI treasury) {

    /**
     * Where the services are: what the environment says (such as {@code FOLKMOOT_VOTING=https://…}), and otherwise the
     * suite that runs on the given data folder.
     */
    public static Suite find(Path data) {
        var running = running(data);
        return new Suite(
                address("identity", running, data),
                address("proposals", running, data),
                address("voting", running, data),
                address("treasury", running, data));
    }

    private static URI address(String service, Map<String, URI> running, Path data) {
        return named(service)
                .or(() -> Optional.ofNullable(running.get(service)))
                .orElseThrow(() -> new NothingRuns(data));
    }

    private static Optional<URI> named(String service) {
        return Optional.ofNullable(System.getenv("FOLKMOOT_" + service.toUpperCase(Locale.ROOT)))
                .map(URI::create);
    }

    private static Map<String, URI> running(Path data) {
        var file = data.resolve("run.json");
        var found = new HashMap<String, URI>();
        if (!file.toFile().exists()) return found;
        for (var process : Documents.json("@" + file).path("processes")) {
            var url = process.path("url").asText();
            if (url.startsWith("http")) found.put(process.path("name").asText(), URI.create(url));
        }
        return found;
    }
}
