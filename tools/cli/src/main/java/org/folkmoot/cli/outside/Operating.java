// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.outside;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Usage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What only whoever runs the service may do: the operator's token is read from a file and is never typed. */
abstract class Operating implements Runnable {
    @Mixin
    Everywhere everywhere = new Everywhere();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "The operator's token. Default: secrets/operator.token in the suite's data folder.")
    private @Nullable Path tokenFile;

    @Override
    public final void run() {
        try (var api = Api.with(token())) {
            with(api);
        }
    }

    abstract void with(Api api);

    final URI treasury() {
        return everywhere.suite().treasury();
    }

    private String token() {
        var file = tokenFile != null
                ? tokenFile
                : everywhere.data().resolve("secrets").resolve("operator.token");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Usage(
                    "The operator's token cannot be read: " + file
                            + ". Start the suite with ./folkmoot up, name the folder of a running one with --data, or the"
                            + " token with --token-file.",
                    e);
        }
    }
}
