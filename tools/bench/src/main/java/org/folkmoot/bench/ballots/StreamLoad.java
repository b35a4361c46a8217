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
import java.util.ArrayList;
import org.folkmoot.record.Hash;

/** Ballots as lines over a few connections, each a part of them, by one thread that copies files to sockets. */
final class StreamLoad {
    private static final int CONNECTIONS = 4;
    private static final int PIECE = 256 * 1024;
    private static final String LINES = "application/x-ndjson";

    /** One connection: what is still to be sent, and what was answered. */
    private static final class Line {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocateDirect(PIECE);
        private ByteBuffer out;
        private long sent;
        private final long end;
        private int owed;
        private byte before;

        private Line(SocketChannel channel, ByteBuffer head, long from, long end, int owed) {
            this.channel = channel;
            this.out = head;
            this.sent = from;
            this.end = end;
            this.owed = owed;
        }
    }

    private final URI voting;
    private final Hash poll;
    private final SignedBallots ballots;

    StreamLoad(URI voting, Hash poll, SignedBallots ballots) {
        this.voting = voting;
        this.poll = poll;
        this.ballots = ballots;
    }

    /** Streams these ballots and returns when every receipt is there. */
    Answers send(int from, int to) {
        var answers = new Answers(to - from);
        try (var selector = Selector.open()) {
            var lines = new ArrayList<Line>();
            for (var i = 0; i < CONNECTIONS; i++) {
                var first = from + (int) ((long) (to - from) * i / CONNECTIONS);
                var last = from + (int) ((long) (to - from) * (i + 1) / CONNECTIONS);
                if (first < last) lines.add(open(selector, first, last));
            }
            answers.begin();
            while (answers.received() < to - from) selector.select(key -> move(key, answers));
            for (var line : lines) line.channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }

    private Line open(Selector selector, int first, int last) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(voting.getHost(), voting.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var begin = ballots.begin(first);
        var end = ballots.begin(last);
        var head = ByteBuffer.wrap(SignedBallots.head(poll, "/stream", LINES, end - begin));
        var line = new Line(channel, head, begin, end, last - first);
        channel.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE, line);
        return line;
    }

    private void move(SelectionKey key, Answers answers) {
        var line = (Line) key.attachment();
        try {
            if (key.isWritable()) write(key, line);
            if (key.isReadable()) read(line, answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(SelectionKey key, Line line) throws IOException {
        if (!line.out.hasRemaining() && line.sent < line.end) {
            var to = Math.min(line.end, line.sent + PIECE);
            line.out = ballots.bytes(line.sent, to);
            line.sent = to;
        }
        line.channel.write(line.out);
        if (!line.out.hasRemaining() && line.sent == line.end) key.interestOps(SelectionKey.OP_READ);
    }

    private static IllegalStateException refused(ByteBuffer answers) {
        return new IllegalStateException("refused: "
                + US_ASCII.decode(answers).toString().lines().findFirst().orElse(""));
    }

    /** A refusal begins with the number of its line, as nothing in a receipt does. */
    private static void read(Line line, Answers answers) throws IOException {
        if (line.channel.read(line.in) < 0 && line.owed > 0) throw new IOException("the service hung up");
        var now = System.nanoTime();
        line.in.flip();
        while (line.in.hasRemaining()) {
            var b = line.in.get();
            if (b == '\n' && line.before == '}') {
                answers.receipt(now);
                line.owed--;
            }
            if (b == '"' && line.before == '{' && line.in.hasRemaining() && line.in.get(line.in.position()) == 'l')
                throw refused(line.in);
            line.before = b;
        }
        line.in.clear();
    }
}
