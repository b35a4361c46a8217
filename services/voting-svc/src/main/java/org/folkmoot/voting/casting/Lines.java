// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import java.util.Arrays;

/** Cuts a stream of bytes into lines. Holds at most one line, whatever is sent and however it is cut. */
final class Lines {
    /** Takes what was found. */
    interface Sink {
        /** A line without its end. */
        void line(byte[] line);

        /** A line that was longer than allowed; it is skipped to its end. */
        void tooLong();
    }

    private static final int USUAL = 1_024;

    private final int most;
    private final Sink sink;
    private byte[] held = new byte[USUAL];
    private int size;
    private boolean skipping;

    Lines(int most, Sink sink) {
        this.most = most;
        this.sink = sink;
    }

    /** Takes the next bytes. */
    void feed(byte[] chunk) {
        int from = 0;
        for (int at = 0; at < chunk.length; at++) {
            if (chunk[at] != '\n') continue;
            hold(chunk, from, at - from);
            end();
            from = at + 1;
        }
        hold(chunk, from, chunk.length - from);
    }

    /** The stream has ended; its last line needs no newline. */
    void finish() {
        if (size > 0) end();
    }

    private void hold(byte[] chunk, int from, int more) {
        if (skipping) return;
        if (size + more > most) {
            skipping = true;
            size = 0;
            sink.tooLong();
            return;
        }
        if (size + more > held.length) held = Arrays.copyOf(held, Math.max(size + more, 2 * held.length));
        System.arraycopy(chunk, from, held, size, more);
        size += more;
    }

    private void end() {
        if (!skipping) {
            int length = size > 0 && held[size - 1] == '\r' ? size - 1 : size;
            sink.line(Arrays.copyOf(held, length));
        }
        skipping = false;
        size = 0;
    }
}
