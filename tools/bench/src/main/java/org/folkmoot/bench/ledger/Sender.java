// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;

/** One connection that sends requests, each after the answer to the one before. */
final class Sender {
    private static final int ROOM = 1 << 14;
    private static final String LENGTH = "content-length:";

    private final SocketChannel channel;
    private ByteBuffer request = ByteBuffer.allocate(0);
    private ByteBuffer answer = ByteBuffer.allocate(ROOM);

    private Sender(SocketChannel channel) {
        this.channel = channel;
    }

    /** Opens one and sends its first request; false if there is none left. */
    static boolean begin(SocketAddress to, Selector selector, Queue<byte[]> requests) throws IOException {
        var sender = new Sender(SocketChannel.open(to));
        sender.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        sender.channel.configureBlocking(false);
        return sender.next(sender.channel.register(selector, SelectionKey.OP_READ, sender), requests);
    }

    /** Sends what is left of a request, or reads its answer and sends the next one; false if there is none left. */
    boolean goOn(SelectionKey key, Queue<byte[]> requests) throws IOException {
        if (request.hasRemaining()) {
            write(key);
            return true;
        }
        if (channel.read(answer) < 0) throw new IOException("the service hung up");
        if (!isWhole()) return true;
        answer.clear();
        return next(key, requests);
    }

    private boolean next(SelectionKey key, Queue<byte[]> requests) throws IOException {
        var bytes = requests.poll();
        if (bytes == null) {
            channel.close();
            return false;
        }
        request = ByteBuffer.wrap(bytes);
        write(key);
        return true;
    }

    private void write(SelectionKey key) throws IOException {
        channel.write(request);
        int wanted = request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) key.interestOps(wanted);
    }

    /** Whether the answer is there; one other than success ends everything. */
    private boolean isWhole() {
        var text = new String(answer.array(), 0, answer.position(), US_ASCII);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) return false;
        int whole = end + 4 + length(text.substring(0, end).toLowerCase(Locale.ROOT));
        if (whole > answer.capacity())
            answer = ByteBuffer.wrap(Arrays.copyOf(answer.array(), whole)).position(answer.position());
        if (answer.position() < whole) return false;
        if (!text.startsWith(" 20", text.indexOf(' ')) || text.contains("refused") || text.contains("different"))
            throw new IllegalStateException(text.substring(0, Math.min(text.length(), 500)));
        return true;
    }

    private static int length(String head) {
        int at = head.indexOf(LENGTH);
        if (at < 0) return 0;
        int from = at + LENGTH.length();
        int end = head.indexOf('\r', from);
        return Integer.parseInt(
                head.substring(from, end < 0 ? head.length() : end).strip());
    }
}
