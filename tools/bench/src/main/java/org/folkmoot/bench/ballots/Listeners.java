// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.folkmoot.record.Hash;

/** Subscribers to a live result. What the first of them hears is kept, what the others hear is only counted. */
final class Listeners implements AutoCloseable {
    private static final Pattern ACCEPTED = Pattern.compile("\"accepted\":\"?(\\d+)");
    private static final int ROOM = 64 * 1024;

    /** When so many ballots were visible. */
    record Heard(long at, long accepted) {}

    private static final int STEP_MILLIS = 20;
    private static final int MOST_STEPS = 3_000;

    private final Selector selector;
    private final Thread thread;
    private final List<Heard> heard = new ArrayList<>();
    private final SocketChannel first;
    private final int count;
    private final Set<SocketChannel> awake = ConcurrentHashMap.newKeySet();
    private String rest = "";
    private long events;
    private volatile boolean closing;

    Listeners(URI voting, Hash poll, int count) {
        this.count = count;
        try {
            selector = Selector.open();
            SocketChannel one = null;
            for (var i = 0; i < count; i++) {
                var channel = SocketChannel.open(new InetSocketAddress(voting.getHost(), voting.getPort()));
                channel.write(ByteBuffer.wrap(("GET /v1/polls/" + poll.hex()
                                + "/tally/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(US_ASCII)));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
                if (one == null) one = channel;
            }
            if (one == null) throw new IllegalArgumentException("nobody listens");
            first = one;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name("listeners").start(this::listen);
    }

    /** Waits until each of them has heard something. */
    void await() {
        try {
            for (var step = 0; awake.size() < count; step++) {
                if (step == MOST_STEPS)
                    throw new IllegalStateException(awake.size() + " of " + count + " hear something");
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void listen() {
        var in = ByteBuffer.allocate(ROOM);
        try {
            while (!closing) selector.select(key -> read((SocketChannel) key.channel(), in), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SocketChannel channel, ByteBuffer in) {
        try {
            if (channel.read(in.clear()) < 0) channel.close();
            var now = System.nanoTime();
            var text = new String(in.array(), 0, in.position(), US_ASCII);
            synchronized (heard) {
                if (text.contains("event:")) {
                    events++;
                    awake.add(channel);
                }
                if (channel.equals(first)) hear(text, now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(String text, long now) {
        rest += text;
        var found = ACCEPTED.matcher(rest);
        var end = 0;
        while (found.find()) {
            heard.add(new Heard(now, Long.parseLong(found.group(1))));
            end = found.end();
        }
        rest = rest.substring(Math.max(end, rest.length() - 64));
    }

    /** How many events all of them have heard together. */
    long events() {
        synchronized (heard) {
            return events;
        }
    }

    /** How long each of these ballots, which came after so many others, was accepted before it was visible. */
    Latencies since(Answers answers, int before) {
        var latencies = new Latencies();
        List<Heard> all;
        synchronized (heard) {
            all = List.copyOf(heard);
        }
        var next = 0;
        for (var ballot = 1; ballot <= answers.received(); ballot++) {
            while (next < all.size() && all.get(next).accepted() < before + ballot) next++;
            if (next == all.size()) break;
            latencies.add(Math.max(0, all.get(next).at() - answers.receivedAt(ballot)));
        }
        return latencies;
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
            for (var key : selector.keys()) key.channel().close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
