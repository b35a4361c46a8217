// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.problems.Problem;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Receipt;
import org.folkmoot.voting.RefusalProblems;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One conversation: ballots come as lines, and each is answered by a line, in order.
 *
 * <p>Everything but the writer's ruling happens on the connection's event loop. The request is paused while too many
 * answers are owed, while the writer's queue is full, and while the client does not read: so a stream of any length
 * takes the memory of some hundred ballots.
 */
final class BallotStream implements Lines.Sink {
    private static final int MOST_OWED = 1_000;
    private static final int AT_ONCE = 100;
    private static final long RETRY_MILLIS = 2;
    private static final byte NEWLINE = '\n';

    /** A line whose answer is owed. */
    private final class Owed implements BallotWriter.Answer {
        private final long place;
        private final @Nullable Ballot ballot;
        private volatile @Nullable Receipt receipt;
        private volatile @Nullable RuntimeException failure;

        private Owed(long place, @Nullable Ballot ballot, @Nullable RuntimeException failure) {
            this.place = place;
            this.ballot = ballot;
            this.failure = failure;
        }

        @Override
        public void accepted(Receipt given) {
            receipt = given;
            wake();
        }

        @Override
        public void denied(Refusal refusal) {
            failed(new Refused(refusal));
        }

        @Override
        public void failed(RuntimeException cause) {
            failure = cause;
            wake();
        }

        @Override
        public boolean isAwaited() {
            return false;
        }

        private boolean sent() {
            return ballot == null || castBallot.submit(ballot, this);
        }

        private boolean known() {
            return receipt != null || failure != null;
        }

        private byte[] answer() {
            var why = failure;
            if (why != null) return problem(RefusalProblems.of(why));
            var given = receipt;
            if (given == null) throw new IllegalStateException("not ruled yet");
            return given.json();
        }

        private byte[] problem(Problem problem) {
            return ("{\"line\":" + place + "," + Problems.json(problem).substring(1)).getBytes(UTF_8);
        }
    }

    private final LivePoll poll;
    private final CastBallot castBallot;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context loop;
    private final Lines lines = new Lines(Envelope.MAX_BYTES, this);
    private final Deque<Owed> owed = new ArrayDeque<>();
    private final Deque<Owed> unsent = new ArrayDeque<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private long line;
    private boolean paused = true;
    private boolean ended;
    private boolean retrying;

    BallotStream(LivePoll poll, CastBallot castBallot, HttpServerRequest request, Context loop) {
        this.poll = poll;
        this.castBallot = castBallot;
        this.request = request;
        this.response = request.response();
        this.loop = loop;
    }

    void begin() {
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, BallotStreams.NDJSON);
        response.drainHandler(_ -> settle());
        request.handler(bytes -> {
            lines.feed(bytes.getBytes());
            send();
            settle();
        });
        request.endHandler(_ -> {
            ended = true;
            lines.finish();
            send();
            settle();
        });
        settle();
    }

    @Override
    public void line(byte[] text) {
        line++;
        if (isBlank(text)) return;
        try {
            var next = new Owed(line, castBallot.check(poll, text), null);
            owed.add(next);
            unsent.add(next);
        } catch (RuntimeException e) {
            owed.add(new Owed(line, null, e));
        }
    }

    @Override
    public void tooLong() {
        line++;
        owed.add(new Owed(line, null, new ActRefused(new ActRefusal.PayloadTooLarge(Envelope.MAX_BYTES))));
    }

    /**
     * Gives the writer what it takes, in order, and tries again a little later with the rest. All ballots of a piece of the
     * stream are given at once, so that they are committed together.
     */
    private void send() {
        if (retrying) return;
        while (!unsent.isEmpty() && unsent.getFirst().sent()) unsent.removeFirst();
        if (unsent.isEmpty()) return;
        retrying = true;
        loop.owner().setTimer(RETRY_MILLIS, _ -> {
            retrying = false;
            send();
            settle();
        });
    }

    /** Called on the writer's thread: asks the event loop, once for a whole batch, to see what is due. */
    private void wake() {
        if (awake.compareAndSet(false, true)) {
            loop.runOnContext(_ -> {
                awake.set(false);
                settle();
            });
        }
    }

    private void settle() {
        if (response.ended() || response.closed()) {
            owed.clear();
            return;
        }
        var answers = Buffer.buffer();
        for (int i = 0; i < AT_ONCE && !owed.isEmpty() && owed.getFirst().known(); i++)
            answers.appendBytes(owed.removeFirst().answer()).appendByte(NEWLINE);
        if (answers.length() > 0) response.write(answers);
        if (!owed.isEmpty() && owed.getFirst().known()) wake(); // others want the event loop, too
        if (!ended || !owed.isEmpty()) flow();
        else if (!response.ended()) response.end(); // a write may have drained at once, and so come here
    }

    private void flow() {
        boolean full = owed.size() >= MOST_OWED || !unsent.isEmpty() || response.writeQueueFull();
        if (full == paused) return;
        paused = full;
        if (full) request.pause();
        else request.resume();
    }

    private static boolean isBlank(byte[] text) {
        for (byte b : text) if (b != ' ' && b != '\t') return false;
        return true;
    }
}
