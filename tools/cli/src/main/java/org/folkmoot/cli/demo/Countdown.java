// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import java.util.concurrent.atomic.AtomicInteger;

/** Tells at every tenth how much of a long piece of work is done. */
final class Countdown {
    private static final int STEPS = 10;

    private final Progress progress;
    private final int all;
    private final AtomicInteger told = new AtomicInteger();

    Countdown(Progress progress, int all) {
        this.progress = progress;
        this.all = all;
    }

    void answered(int done) {
        var step = (int) ((long) done * STEPS / all);
        var before = told.getAndUpdate(last -> Math.max(last, step));
        if (step > before) progress.say("  " + done + " of " + all + " ballots answered");
    }
}
