// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Sends requests that are ready over a few connections, each of which waits for its answer: the clients of a benchmark. Like those
 * of {@code pgbench} they share two threads, so that they take little of what is measured.
 */
final class Senders {
    private static final int THREADS = 2;

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
        var next =
                new ConcurrentLinkedQueue<>(bodies.stream().map(this::request).toList());
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var from = System.nanoTime();
            var running = IntStream.range(0, Math.min(THREADS, connections))
                    .mapToObj(i -> threads.submit(() -> run((connections + THREADS - 1 - i) / THREADS, next)))
                    .toList();
            for (var one : running) await(one);
            return System.nanoTime() - from;
        }
    }

    private byte[] request(byte[] body) {
        var head = ("POST " + path + " HTTP/1.1\r\nHost: " + to.getHost() + "\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(US_ASCII);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
    }

    /** One thread's connections: whoever has an answer sends the next request, until there is none. */
    private void run(int some, Queue<byte[]> requests) {
        var address = new InetSocketAddress(to.getHost(), to.getPort());
        try (var selector = Selector.open()) {
            int open = 0;
            for (int i = 0; i < some; i++) if (Sender.begin(address, selector, requests)) open++;
            while (open > 0) {
                selector.select();
                for (var key : selector.selectedKeys()) if (!((Sender) key.attachment()).goOn(key, requests)) open--;
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
