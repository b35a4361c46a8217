// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.cli.client.Api;

/** Stands where services would, to see what a command asks them and to answer what they seldom do. */
public final class StandIn implements AutoCloseable {
    private final HttpServer server;

    /** Answers from now on. */
    public StandIn(HttpHandler answering) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", answering);
        server.start();
    }

    /** Where it stands. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets it be found as the suite of a data folder. */
    public void runOn(Path data) throws IOException {
        runOn(data, url());
    }

    /** The same, with the treasury elsewhere. */
    public void runOn(Path data, String treasury) throws IOException {
        var run = Api.JSON.createObjectNode();
        for (var name : List.of("identity", "proposals", "voting", "treasury"))
            run.withArrayProperty("processes")
                    .addObject()
                    .put("name", name)
                    .put("url", name.equals("treasury") ? treasury : url());
        Files.writeString(data.resolve("run.json"), run.toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
