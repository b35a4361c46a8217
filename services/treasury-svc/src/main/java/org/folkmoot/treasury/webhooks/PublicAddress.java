// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import java.net.InetAddress;
import java.util.List;

/** Says which addresses belong to the public internet, so that nobody makes this service call what only it can reach. */
final class PublicAddress {
    /** Blocks of IPv4 that are not public, besides those that the JDK knows. */
    private static final List<Block> NOT_PUBLIC_4 = List.of(
            new Block(new int[] {0}, 8),
            new Block(new int[] {100, 64}, 10),
            new Block(new int[] {192, 0, 0}, 24),
            new Block(new int[] {192, 0, 2}, 24),
            new Block(new int[] {192, 88, 99}, 24),
            new Block(new int[] {198, 18}, 15),
            new Block(new int[] {198, 51, 100}, 24),
            new Block(new int[] {203, 0, 113}, 24),
            new Block(new int[] {240}, 4));
    /** All that is given out of IPv6 for the public is in here, and within it some that lead elsewhere. */
    private static final Block PUBLIC_6 = new Block(new int[] {0x20}, 3);

    private static final List<Block> NOT_PUBLIC_6 = List.of(
            new Block(new int[] {0x20, 0x01, 0x00}, 23), // protocols, tunnels among them
            new Block(new int[] {0x20, 0x01, 0x0d, 0xb8}, 32),
            new Block(new int[] {0x20, 0x02}, 16),
            new Block(new int[] {0x3f, 0xff, 0x00}, 20));
    private static final int IPV4 = 4;

    private PublicAddress() {}

    private record Block(int[] bytes, int bits) {
        boolean has(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int at = bit / Byte.SIZE;
                int expected = at < bytes.length ? bytes[at] : 0;
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((expected & mask) != (address[at] & mask)) return false;
            }
            return true;
        }
    }

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        var bytes = address.getAddress();
        return bytes.length == IPV4
                ? NOT_PUBLIC_4.stream().noneMatch(block -> block.has(bytes))
                : PUBLIC_6.has(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.has(bytes));
    }
}
