// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.folkmoot.constitution.PluginFailed;

/**
 * Stands between the program and the code of one plugin. A question is answered on a thread of its own, within a time;
 * whatever else happens is a {@link PluginFailed}.
 *
 * <p>Java cannot stop a thread that does not want to. One that gives no answer in time is interrupted and abandoned: it
 * takes processor time until it ends or the program does, but nobody waits for it. A plugin with too many of them is
 * not asked any more.
 */
final class Fence {
    static final int MOST_ABANDONED = 2;
    private static final int MOST_AT_ONCE = 16;
    private static final int IDLE_SECONDS = 10;
    private static final int WORDS = 300;
    // A recursion without an end finds the end of its stack within this.
    private static final long STACK = 1 << 20;

    private static final ExecutorService THREADS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads());

    private final String id;
    private final String version;
    private final Limits limits;
    private final Semaphore seats = new Semaphore(MOST_AT_ONCE);
    private final AtomicInteger abandoned = new AtomicInteger();

    Fence(String id, String version, Limits limits) {
        this.id = id;
        this.version = version;
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** Asks a question that has no other answer than a good one. */
    <T> T ask(Duration limit, Supplier<T> question) {
        return ask(limit, Unusable.class, question);
    }

    /** Asks a question to which an exception of this type is an answer, too. */
    <T> T ask(Duration limit, Class<? extends RuntimeException> refusal, Supplier<T> question) {
        return ask(limit, refusal, (Errands _) -> question.get());
    }

    /** Asks a question whose answer takes errands, which this thread runs while it waits. */
    <T> T ask(Duration limit, Class<? extends RuntimeException> refusal, Function<Errands, T> question) {
        if (abandoned.get() >= MOST_ABANDONED)
            throw failed(
                    abandoned.get() + " earlier calls of it never ended, so it is not asked again until a restart");
        var call = new Call<T>();
        try {
            if (!seats.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS))
                throw failed("it is still busy with " + MOST_AT_ONCE + " earlier calls");
            THREADS.execute(() -> answer(call, refusal, question));
            return await(call, limit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            leave(call);
            throw failed("the service stopped while it was asked");
        }
    }

    private <T> T await(Call<T> call, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            switch (call.hear(deadline - System.nanoTime())) {
                case Call.Word.Done<T>(T answer) -> {
                    return answer;
                }
                case Call.Word.Refused<T>(RuntimeException refusal) -> throw refusal;
                case Call.Word.Broken<T>(String reason) -> throw failed(reason);
                case Call.Word.Errand<T>(Runnable work) -> run(work, call);
                case null -> {
                    if (leave(call)) throw failed("it gave no answer within " + words(limit));
                    // It ended in this very moment: its last word is there, unless there was no memory to say it.
                    if (call.isSilent()) throw failed("it ended without an answer");
                }
            }
        }
    }

    private void run(Runnable errand, Call<?> call) {
        try {
            errand.run();
        } catch (RuntimeException e) {
            leave(call);
            throw e;
        }
    }

    private boolean leave(Call<?> call) {
        abandoned.incrementAndGet();
        if (call.leave()) return true;
        abandoned.decrementAndGet();
        return false;
    }

    /** Everything here runs on the plugin's thread. */
    private <T> void answer(Call<T> call, Class<? extends RuntimeException> refusal, Function<Errands, T> question) {
        call.begin();
        Thread.currentThread().setName("plugin " + id);
        try {
            call.say(word(call, refusal, question));
        } finally {
            if (!call.end()) abandoned.decrementAndGet();
            seats.release();
        }
    }

    /** Whatever a plugin throws, errors included, ends here. */
    private static <T> Call.Word<T> word(
            Call<T> call, Class<? extends RuntimeException> refusal, Function<Errands, T> question) {
        try {
            return new Call.Word.Done<>(question.apply(call));
        } catch (Throwable thrown) {
            if (thrown instanceof Unusable unusable)
                return new Call.Word.Broken<>(String.valueOf(unusable.getMessage()));
            return refusal.isInstance(thrown)
                    ? new Call.Word.Refused<>(refusal.cast(thrown))
                    : new Call.Word.Broken<>(words(thrown));
        }
    }

    /** What was thrown, in words; asking it for its message runs code of the plugin, so this belongs behind the fence. */
    static String words(Throwable thrown) {
        if (thrown instanceof StackOverflowError) return "it called itself without an end";
        if (thrown instanceof OutOfMemoryError) return "it asked for more memory than there is";
        var type = thrown.getClass().getSimpleName();
        try {
            var message = thrown.getMessage();
            return message == null || message.isBlank()
                    ? "it threw " + type
                    : "it threw " + type + ": " + clip(message);
        } catch (Throwable _) {
            return "it threw " + type;
        }
    }

    static String clip(String text) {
        var line = text.strip().lines().findFirst().orElse("");
        return line.length() > WORDS ? line.substring(0, WORDS) + "…" : line.replaceFirst("\\.$", "");
    }

    private static String words(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private PluginFailed failed(String reason) {
        return new PluginFailed(id, version, reason);
    }

    private static ThreadFactory threads() {
        return task -> {
            var thread = new Thread(null, task, "plugin", STACK, false);
            thread.setDaemon(true);
            // Else it would show a plugin the classes of the program.
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            return thread;
        };
    }
}
