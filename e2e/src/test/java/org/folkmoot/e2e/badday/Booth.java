// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.badday;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.cli.client.Unreachable;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.e2e.suite.Town.Submitted;
import org.folkmoot.record.Envelope;

/** Sends ballots to a poll, by one request each or as lines of one request, and gives an answer for each. */
final class Booth {
    private final Api api = new Api();
    private final AtomicLong slowest = new AtomicLong();
    private final URI voting;
    private final String ballots;

    Booth(URI voting, Submitted poll) {
        this.voting = voting;
        this.ballots = Town.ballots(poll);
    }

    /** The longest time in milliseconds that anybody waited for the answer to one ballot. */
    long slowestMillis() {
        return slowest.get() / 1_000_000;
    }

    Answer one(Envelope ballot) {
        var begin = System.nanoTime();
        try {
            return Answer.of(api.post(voting, ballots, ballot.json()));
        } catch (RefusedByService refused) {
            return Answer.of(refused);
        } catch (Unreachable _) {
            return new Answer.Silence();
        } finally {
            slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
        }
    }

    /** What is not answered before the connection breaks is silence. */
    List<Answer> lines(List<Envelope> many) {
        var answers = new ArrayList<Answer>();
        var body = new ByteArrayOutputStream();
        for (var each : many) {
            body.writeBytes(each.json());
            body.write('\n');
        }
        try (var stream = api.stream(voting, ballots + "/stream", BodyPublishers.ofByteArray(body.toByteArray()));
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().map(Api::read).map(Answer::of).forEach(answers::add);
        } catch (RefusedByService refused) {
            return Collections.nCopies(many.size(), Answer.of(refused));
        } catch (Unreachable | UncheckedIOException | IOException _) {
            // what came before is an answer
        }
        while (answers.size() < many.size()) answers.add(new Answer.Silence());
        return answers;
    }
}
