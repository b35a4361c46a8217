// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends requests that are ready over a few connections, each of which waits for its answer: the clients of a benchmark. */
final class Senders {
    private final URI to;
    private final String path;
    private final String type;
    private final int connections;

    Senders(URI to, String path, String type, int connections) {
        this.to = to;
        this.path = path;
        this.type = type;
        this.connections = connections;
    }

    /** Sends all of them, and says how many nanoseconds that took. An answer other than success ends it. */
    long send(List<byte[]> bodies) {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var from = System.nanoTime();
            var running = java.util.stream.IntStream.range(0, connections)
                    .mapToObj(_ -> threads.submit(() -> line(bodies, next)))
                    .toList();
            for (var one : running) await(one);
            return System.nanoTime() - from;
        }
    }

    private void line(List<byte[]> bodies, AtomicInteger next) {
        try (var socket = new Socket(to.getHost(), to.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                socket.getOutputStream().write(request(bodies.get(i)));
                answer(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] request(byte[] body) {
        var head = ("POST " + path + " HTTP/1.1\r\nHost: " + to.getHost() + "\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(US_ASCII);
        var all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static void answer(InputStream in) throws IOException {
        var status = line(in);
        int length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in))
            if (header.regionMatches(true, 0, "content-length:", 0, 15))
                length = Integer.parseInt(header.substring(15).strip());
        var body = in.readNBytes(length);
        var text = new String(body, US_ASCII);
        if (!status.contains(" 20") || text.contains("refused") || text.contains("different"))
            throw new IllegalStateException(status + " " + text.substring(0, Math.min(text.length(), 500)));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the service hung up");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
