// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the bytes that are hashed and signed, one part after the other. */
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Bytes put(byte[] part) {
        out.writeBytes(part);
        return this;
    }

    Bytes put(String ascii) {
        return put(ascii.getBytes(StandardCharsets.UTF_8));
    }

    Bytes put(Point point) {
        return put(point.bytes());
    }

    Bytes put(Iterable<Point> points) {
        points.forEach(this::put);
        return this;
    }

    /** Four bytes, the lowest first. */
    Bytes low4(int number) {
        return put(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array());
    }

    /** Eight bytes, the lowest first. */
    Bytes low8(long number) {
        return put(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array());
    }

    /** Four bytes, the highest first. */
    Bytes high4(int number) {
        return put(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    /** Eight bytes, the highest first. */
    Bytes high8(long number) {
        return put(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    byte[] all() {
        return out.toByteArray();
    }

    /** Reads parts of a fixed size, one after the other. */
    static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] take(int size) {
            if (size < 0 || size > bytes.length - at) throw new SealingRefused("There are too few bytes.");
            at += size;
            return Arrays.copyOfRange(bytes, at - size, at);
        }

        Point point() {
            return Point.decode(take(Point.SIZE));
        }

        long high8() {
            return ByteBuffer.wrap(take(Long.BYTES)).getLong();
        }

        byte[] rest() {
            return take(bytes.length - at);
        }

        void finish() {
            if (at != bytes.length) throw new SealingRefused("There are too many bytes.");
        }
    }
}
