// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.folkmoot.cli.client.Api;
import org.folkmoot.record.Hash;

/**
 * Sends ballots over HTTP: the first ones one by one, as members at home would, the rest as streams of lines, as a polling
 * place would, over several connections at once. Keeps every answer.
 */
final class Caster {
    private static final int ONE_BY_ONE = 500;
    private static final int LINES_PER_REQUEST = 1_000;
    private static final int CONNECTIONS = 4;

    private final Api api;
    private final URI voting;
    private final Hash poll;
    private final AtomicInteger answered = new AtomicInteger();
    private final IntConsumer tell;

    Caster(Api api, URI voting, Hash poll, IntConsumer tell) {
        this.api = api;
        this.voting = voting;
        this.poll = poll;
        this.tell = tell;
    }

    /** What the service answered to each ballot, as it came. */
    List<String> cast(Ballots ballots) {
        var single = Math.min(ONE_BY_ONE, ballots.size() / 10);
        var tasks = new ArrayList<Callable<List<String>>>();
        for (var from = 0; from < single; from += single / CONNECTIONS + 1) {
            var first = from;
            var end = Math.min(single, from + single / CONNECTIONS + 1);
            tasks.add(() -> oneByOne(ballots, first, end));
        }
        for (var from = single; from < ballots.size(); from += LINES_PER_REQUEST) {
            var first = from;
            var end = Math.min(ballots.size(), from + LINES_PER_REQUEST);
            tasks.add(() -> stream(ballots, first, end));
        }
        return run(tasks);
    }

    private List<String> oneByOne(Ballots ballots, int from, int end) {
        var answers = new ArrayList<String>(end - from);
        for (var ballot = from; ballot < end; ballot++) {
            JsonNode receipt = api.post(voting, path(""), ballots.line(ballot));
            answers.add(receipt.toString());
        }
        tell.accept(answered.addAndGet(end - from));
        return answers;
    }

    private List<String> stream(Ballots ballots, int from, int end) {
        var lines = new ByteArrayOutputStream();
        for (var ballot = from; ballot < end; ballot++) {
            lines.writeBytes(ballots.line(ballot));
            lines.write('\n');
        }
        var body = BodyPublishers.ofByteArray(lines.toByteArray());
        try (var answer = new BufferedReader(
                new InputStreamReader(api.stream(voting, path("/stream"), body), StandardCharsets.UTF_8))) {
            var answers = answer.lines().toList();
            tell.accept(answered.addAndGet(answers.size()));
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path(String end) {
        return "/v1/polls/" + poll.hex() + "/ballots" + end;
    }

    private static List<String> run(List<Callable<List<String>>> tasks) {
        try (var connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            var answers = new ArrayList<String>();
            for (var done : connections.invokeAll(tasks)) answers.addAll(done.get());
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while casting", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }
}
