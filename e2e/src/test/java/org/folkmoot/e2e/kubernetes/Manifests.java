// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The manifests of {@code k8s/base} as the Kubernetes client's own types. */
final class Manifests {
    private Manifests() {}

    static Path folder(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(folder -> folder != null)
                .map(folder -> folder.resolve("k8s").resolve(name))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    static List<HasMetadata> base() {
        var all = new ArrayList<HasMetadata>();
        for (var document : documents()) all.add(Serialization.unmarshal(document));
        return all;
    }

    /** Each YAML document of each resource that the kustomization lists. */
    static List<String> documents() {
        var kustomization = text(folder("base").resolve("kustomization.yaml"));
        return kustomization
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("- ") && line.endsWith(".yaml"))
                .flatMap(line -> Stream.of(
                        text(folder("base").resolve(line.substring(2))).split("(?m)^---$")))
                .toList();
    }

    static <T> List<T> of(Class<T> type) {
        return base().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What {@code kubectl} makes of the folder; nothing where it is not installed. */
    static Optional<String> rendered(String name) {
        try {
            var kubectl = new ProcessBuilder(
                            "kubectl", "kustomize", folder(name).toString())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(kubectl.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (kubectl.waitFor() != 0) throw new AssertionError("kubectl kustomize " + name + ": " + output);
            return Optional.of(output);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
