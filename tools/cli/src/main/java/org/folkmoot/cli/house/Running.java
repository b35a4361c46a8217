// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at a suite that another process runs. */
final class Running {
    private static final int PATIENCE = 1_000;
    private static final Set<String> SERVICES =
            Service.ALL.stream().map(Service::name).collect(Collectors.toUnmodifiableSet());

    private Running() {}

    static HouseStatus status(Path data) {
        var processes = Run.read(data).map(Run::processes).orElse(List.of());
        return new HouseStatus(data, processes.stream().map(Running::part).toList());
    }

    /** Whether somebody starts a process again when it ends. */
    static boolean isSupervised(Path data) {
        return Run.read(data).filter(run -> run.supervisor().isAlive()).isPresent();
    }

    private static HouseStatus.Part part(Run.Entry entry) {
        var process = Optional.of(entry.process()).filter(one -> one.isAlive());
        var ready = process.isPresent()
                && (SERVICES.contains(entry.name())
                        ? Programs.isHealthy(URI.create(entry.url()))
                        : listens(entry.port()));
        return HouseStatus.part(entry.name(), process, entry.port(), entry.url(), ready);
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
