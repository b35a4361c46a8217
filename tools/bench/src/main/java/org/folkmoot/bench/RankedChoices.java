// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;

/**
 * Ballots that rank options, as a poll keeps them: the canonical JSON of each choice. For methods with ballots of another
 * kind each is turned into what the same voter would have said there.
 */
final class RankedChoices {
    private static final long SEED = 2_013;
    private static final int MOST_RANKED = 5;
    private static final List<String> STANCES = List.of("for", "against", "abstain");
    private static final Question MOTION = new Question("Motion", List.of());

    private final List<String> options;
    private final List<int[]> rankings;
    private final Map<String, List<byte[]>> written = new HashMap<>();

    private RankedChoices(List<String> options, List<int[]> rankings) {
        this.options = options;
        this.rankings = rankings;
    }

    /** The ballots of an election that is kept as counts and ranks, each of them once. */
    static RankedChoices ofElection(Path folder) {
        var rankings = new ArrayList<int[]>();
        for (var line : lines(folder.resolve("ballots.csv"))) {
            var fields = line.split(",", -1);
            // A rank with two marks is left out here; the published count has its own rules for these.
            var ranking = Arrays.stream(fields)
                    .skip(1)
                    .filter(field -> field.matches("[0-9]+"))
                    .mapToInt(Integer::parseInt)
                    .distinct()
                    .toArray();
            rankings.addAll(Collections.nCopies(Integer.parseInt(fields[0]), ranking));
        }
        Collections.shuffle(rankings, new Random(SEED));
        return new RankedChoices(lines(folder.resolve("options.txt")), rankings);
    }

    /** So many ballots that rank up to five options at random: almost all of them differ. */
    static RankedChoices synthetic(int ballots, int options) {
        var random = new Random(SEED);
        var rankings = new ArrayList<int[]>(ballots);
        for (var ballot = 0; ballot < ballots; ballot++)
            rankings.add(random.ints(0, options)
                    .distinct()
                    .limit(1 + random.nextInt(MOST_RANKED))
                    .toArray());
        var names = IntStream.range(0, options).mapToObj(i -> "Option " + i).toList();
        return new RankedChoices(names, rankings);
    }

    int size() {
        return rankings.size();
    }

    Question question(String method) {
        return isMotion(method) ? MOTION : new Question("Election", options);
    }

    int options() {
        return options.size();
    }

    /** Parses every ballot and puts it to those that say the same, as the close of a poll does. */
    List<Counted> read(String method) {
        var groups = new LinkedHashMap<String, Counted>();
        for (var written : written(method)) {
            var choice = StrictJson.parse(written).plain();
            groups.merge(
                    new String(written, UTF_8),
                    counted(choice, 1),
                    (known, one) -> counted(known.choice(), known.ballots() + one.ballots()));
        }
        return List.copyOf(groups.values());
    }

    /** Every ballot by itself. */
    List<Counted> singles(String method) {
        return written(method).stream()
                .map(choice -> counted(StrictJson.parse(choice).plain(), 1))
                .toList();
    }

    private static Counted counted(Object choice, long ballots) {
        return new Counted(choice, ballots, BigInteger.valueOf(ballots));
    }

    private List<byte[]> written(String method) {
        return written.computeIfAbsent(
                kind(method),
                kind -> rankings.stream()
                        .map(ranking ->
                                Json.of(choice(kind, ranking)).canonicalText().getBytes(UTF_8))
                        .toList());
    }

    private static boolean isMotion(String method) {
        return method.equals("for-against-abstain") || method.equals("conviction");
    }

    private static String kind(String method) {
        return switch (method) {
            case "approval", "approval-committee", "participatory-budget" -> "marks";
            case "score", "star", "reweighted-range", "quadratic", "weighted" -> "scores";
            case "single-choice" -> "one";
            case "for-against-abstain", "conviction" -> "stance";
            default -> "ranks";
        };
    }

    private static Object choice(String kind, int[] ranking) {
        return switch (kind) {
            case "marks" ->
                Arrays.stream(ranking).sorted().mapToObj(Long::valueOf).toList();
            case "scores" -> scores(ranking);
            case "one" -> ranking.length == 0 ? 0L : (long) ranking[0];
            case "stance" -> STANCES.get(ranking.length == 0 ? 2 : ranking[0] % 3);
            default ->
                Arrays.stream(ranking)
                        .mapToObj(option -> List.of((long) option))
                        .toList();
        };
    }

    private static Map<String, Object> scores(int[] ranking) {
        var scores = new LinkedHashMap<String, Object>();
        if (ranking.length == 0) scores.put("0", 1L);
        for (var rank = 0; rank < ranking.length; rank++)
            scores.put(Integer.toString(ranking[rank]), Math.max(1L, (long) MOST_RANKED - rank));
        return scores;
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
