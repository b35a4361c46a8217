// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One question to a plugin, as the two threads see it: the one that asks and waits, and the one that answers. */
final class Call<T> implements Errands {
    /** What the answering thread says. */
    sealed interface Word<T> {
        /** It has the answer. */
        record Done<T>(T answer) implements Word<T> {}

        /** It refuses what it was asked about, as it may. */
        record Refused<T>(RuntimeException refusal) implements Word<T> {}

        /** There is no answer, and why. */
        record Broken<T>(String reason) implements Word<T> {}

        /** It needs something that only the asking thread can get. */
        record Errand<T>(Runnable work) implements Word<T> {}
    }

    private enum State {
        RUNNING,
        ENDED,
        LEFT
    }

    private static final String NOT_FETCHED = "what it asked for was not looked up";

    private final BlockingQueue<Word<T>> words = new LinkedBlockingQueue<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private volatile @Nullable Thread thread;

    /** The answering thread begins. */
    void begin() {
        thread = Thread.currentThread();
    }

    /** The answering thread says something. */
    void say(Word<T> word) {
        words.add(word);
    }

    /** The answering thread ends; true if somebody still waits for it. */
    boolean end() {
        return state.compareAndSet(State.RUNNING, State.ENDED);
    }

    /** The asking thread hears the next word; null if there is none in time. */
    @Nullable
    Word<T> hear(long nanos) throws InterruptedException {
        return words.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** Whether there is nothing left to hear. */
    boolean isSilent() {
        return words.isEmpty();
    }

    /** The asking thread gives up; false if the answering one has ended in this very moment. */
    boolean leave() {
        if (!state.compareAndSet(State.RUNNING, State.LEFT)) return false;
        var answering = thread;
        if (answering != null) answering.interrupt();
        return true;
    }

    /** Nobody runs errands for a call that was left, so it does not wait for them either. */
    @Override
    public <V> V run(Supplier<V> errand) {
        if (state.get() == State.LEFT) throw new Unusable(NOT_FETCHED);
        var result = new CompletableFuture<V>();
        say(new Word.Errand<>(() -> {
            try {
                result.complete(errand.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
                throw e; // it is the asking thread's own failure, and nothing that the plugin did
            }
        }));
        try {
            return result.get();
        } catch (InterruptedException | ExecutionException _) {
            throw new Unusable(NOT_FETCHED);
        }
    }
}
