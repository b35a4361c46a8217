// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports of the loopback address that nobody uses, below those that the system lends to outgoing connections: such
 * a connection could otherwise take the port of a server while that is being restarted.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    /** What this process took before and may not listen on yet. */
    private static final Set<Integer> TAKEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** That many different ports, free at this moment and never given to anybody else of this process. */
    public static List<Integer> take(int count) {
        return ThreadLocalRandom.current()
                .ints(FIRST, LAST)
                .filter(FreePorts::isFree)
                .filter(TAKEN::add)
                .limit(count)
                .boxed()
                .toList();
    }

    /** Whether a server could listen on this port of the loopback address now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
