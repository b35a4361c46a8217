// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import java.util.function.Consumer;

/**
 * One of the servers that tests share. Only types of the JDK are behind it, because Quarkus loads this class more than
 * once and all copies mean the same server.
 */
public final class TestServer {
    private final String address;
    private final Consumer<String> remote;

    TestServer(String address, Consumer<String> remote) {
        this.address = address;
        this.remote = remote;
    }

    /** What clients connect to; stays the same over restarts. */
    public String address() {
        return address;
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        remote.accept("kill");
    }

    /** Stops it in order. */
    public void stop() {
        remote.accept("stop");
    }

    /** Starts it again on the same data and port, unless it runs, and waits until it is ready. */
    public void start() {
        remote.accept("start");
    }
}
