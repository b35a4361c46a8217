// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.folkmoot.record.Hash;

/**
 * Ballots one per request over some connections, by one thread that touches no ballot: what this costs is taken from the
 * same cores, so it has to be little.
 */
final class SingleLoad implements AutoCloseable {
    private static final int ROOM = 16 * 1024;
    private static final String JSON = "application/json";
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int CREATED = 201;

    /** One connection and the one request that is on its way over it. */
    private static final class Line {
        private final SocketChannel channel;
        private final ByteBuffer out = ByteBuffer.allocateDirect(ROOM);
        private final ByteBuffer in = ByteBuffer.allocate(ROOM);
        private long since;
        private long freeAt;

        private Line(SocketChannel channel) {
            this.channel = channel;
        }
    }

    private final Hash poll;
    private final SignedBallots ballots;
    private final Selector selector;
    private final Deque<Line> free = new ArrayDeque<>();
    private Answers answers = new Answers(0);

    SingleLoad(URI voting, Hash poll, SignedBallots ballots, int connections) {
        this.poll = poll;
        this.ballots = ballots;
        try {
            selector = Selector.open();
            for (var i = 0; i < connections; i++) {
                var channel = SocketChannel.open(new InetSocketAddress(voting.getHost(), voting.getPort()));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                var line = new Line(channel);
                channel.register(selector, SelectionKey.OP_READ, line);
                free.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends ballots as fast as they are answered. */
    Answers send(int from, int to) {
        return send(from, to, 0);
    }

    /** Sends so many ballots a second, answered or not, as long as a connection is free. A wait for one counts. */
    Answers send(int from, int to, long perSecond) {
        answers = new Answers(to - from);
        answers.begin();
        var start = System.nanoTime();
        var next = from;
        try {
            while (answers.received() < to - from) {
                var now = System.nanoTime();
                while (next < to && !free.isEmpty() && due(start, next - from, perSecond) <= now) {
                    // A connection that was free in time is late only because this thread slept.
                    var line = free.removeFirst();
                    var due = due(start, next - from, perSecond);
                    line.since = line.freeAt <= due ? System.nanoTime() : due;
                    if (perSecond == 0) line.since = System.nanoTime();
                    write(line, next++);
                }
                if (perSecond == 0) selector.select(this::read);
                else selector.select(this::read, 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }

    private static long due(long start, int number, long perSecond) {
        return perSecond == 0 ? start : start + number * NANOS_PER_SECOND / perSecond;
    }

    private void write(Line line, int number) throws IOException {
        var body = ballots.ballot(number);
        line.out
                .clear()
                .put(SignedBallots.head(poll, "", JSON, body.remaining()))
                .put(body)
                .flip();
        while (line.out.hasRemaining()) line.channel.write(line.out);
    }

    private void read(SelectionKey key) {
        var line = (Line) key.attachment();
        try {
            if (line.channel.read(line.in) < 0) throw new IOException("the service hung up");
            var size = size(line.in);
            if (size < 0 || line.in.position() < size) return;
            var now = System.nanoTime();
            var status = (line.in.get(9) - '0') * 100 + (line.in.get(10) - '0') * 10 + line.in.get(11) - '0';
            if (status != CREATED)
                throw new IllegalStateException("refused: " + new String(line.in.array(), 0, size, US_ASCII));
            line.in.clear();
            answers.receipt(now);
            answers.latency(now - line.since);
            line.freeAt = now;
            free.addLast(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long the answer is altogether, or less than 0 while that is not known. */
    private static int size(ByteBuffer in) {
        var bytes = in.array();
        var length = 0;
        for (var at = 0; at + 3 < in.position(); at++) {
            if (bytes[at] != '\r') continue;
            if (bytes[at + 2] == '\r') return at + 4 + length;
            if (isLength(bytes, at + 2, in.position())) length = number(bytes, at + 18);
        }
        return -1;
    }

    private static boolean isLength(byte[] bytes, int at, int end) {
        return at + 16 < end && (bytes[at] | 0x20) == 'c' && (bytes[at + 8] | 0x20) == 'l' && bytes[at + 14] == ':';
    }

    private static int number(byte[] bytes, int from) {
        var number = 0;
        for (var at = from; bytes[at] >= '0' && bytes[at] <= '9'; at++) number = 10 * number + bytes[at] - '0';
        return number;
    }

    @Override
    public void close() {
        try {
            for (var key : selector.keys()) key.channel().close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
