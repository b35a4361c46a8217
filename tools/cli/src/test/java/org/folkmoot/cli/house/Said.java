// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Hears what a house says. */
final class Said implements Consumer<String> {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Override
    public void accept(String line) {
        lines.add(line);
    }

    /** Waits until it has said this. */
    void await(String wanted) throws InterruptedException {
        for (var line = next(); !line.contains(wanted); line = next()) {}
    }

    private String next() throws InterruptedException {
        var line = lines.poll(1, TimeUnit.MINUTES);
        if (line == null) throw new AssertionError("nothing more was said");
        return line;
    }
}
