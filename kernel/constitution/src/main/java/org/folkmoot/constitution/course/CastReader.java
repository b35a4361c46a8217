// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Stage;
import org.folkmoot.constitution.Value;

/**
 * Reads what was counted, and from when on.
 *
 * <p>What was counted in the end, {@code counts} or {@code ballots} and {@code chambers}, counts from the opening on, so
 * that no rule about late ballots or confirmation comes between. {@code casts} tell the whole story instead.
 */
final class CastReader {
    private final Judge judge;
    private final CountReader counting;
    private final Instant submitted;
    private final Map<String, Map<String, BigInteger>> soFar = new HashMap<>();

    CastReader(Judge judge, CountReader counting, Instant submitted) {
        this.judge = judge;
        this.counting = counting;
        this.submitted = submitted;
    }

    List<Cast> read(Section section) {
        var story = section.find("casts");
        var end = inTheEnd(section);
        if (story.isPresent() && !end.isEmpty()) {
            story.get().complain("bad-value", "Say either what was counted in the end or, with casts, from when on.");
        }
        return story.map(this::casts).orElse(end);
    }

    private List<Cast> inTheEnd(Section section) {
        var stage = judge.stages().getFirst();
        var opens = submitted.plus(stage.stage().timing().delay());
        var casts = new ArrayList<Cast>();
        one(section, stage.chambers().getFirst(), opens, Optional.empty()).ifPresent(casts::add);
        var further = section.find("chambers").map(Value::section);
        for (var chamber : further.isPresent() ? stage.chambers() : List.<ChamberJudge>of()) {
            var said = further.orElseThrow().find(chamber.chamber().name());
            said.ifPresent(value -> casts.add(counted(value, chamber, opens)));
        }
        further.ifPresent(Section::finish);
        return casts;
    }

    private Cast counted(Value counts, ChamberJudge chamber, Instant at) {
        var read = counting.counts(counts, chamber);
        return new Cast(at, chamber.chamber().name(), counting.result(read, chamber, Optional.empty()));
    }

    private List<Cast> casts(Value value) {
        var casts = new ArrayList<Cast>();
        var before = submitted;
        for (var item : value.list()) {
            var section = item.section();
            var when = section.need("at");
            var at = Quantities.instant(when, submitted);
            if (at.isBefore(before)) {
                when.bad("This is before the submission or the cast above; casts stand in their order.", "", at);
            }
            before = at;
            one(section, chamber(section), at, section.find("add"))
                    .ifPresentOrElse(casts::add, () -> section.need("counts"));
            section.finish();
        }
        return casts;
    }

    private ChamberJudge chamber(Section section) {
        var stages = judge.policy().stages().stream().map(Stage::name).toList();
        var stage = section.find("stage")
                .map(value -> Quantities.among(value, stages, "stage"))
                .filter(stages::contains)
                .map(judge::stage);
        var named = section.find("chamber");
        var own = stage.orElseGet(() -> judge.stages().getFirst()).chambers().getFirst();
        if (named.isEmpty()) {
            return own;
        }
        var voting = stage.map(List::of).orElse(judge.stages()).stream()
                .flatMap(one -> one.chambers().stream())
                .toList();
        var names = voting.stream().map(one -> one.chamber().name()).distinct().toList();
        var name = Quantities.among(named.get(), names, "chamber");
        return voting.stream()
                .filter(one -> one.chamber().name().equals(name))
                .findFirst()
                .orElse(own);
    }

    private Optional<Cast> one(Section section, ChamberJudge chamber, Instant at, Optional<Value> more) {
        var counts = section.find("counts");
        var ballots = section.find("ballots");
        var voters = section.find("voters");
        var name = chamber.chamber().name();
        var said = Stream.of(counts, more, ballots).flatMap(Optional::stream).toList();
        if (said.size() > 1) {
            said.getLast().complain("bad-value", "One of counts, add and ballots is enough.");
        }
        if (ballots.isPresent()) {
            return Optional.of(new Cast(at, name, counting.tally(ballots.get(), chamber)));
        }
        return counts.or(() -> more).map(value -> {
            var read = counting.counts(value, chamber);
            var all = counts.isPresent() ? read : sum(soFar.getOrDefault(name, Map.of()), read);
            soFar.put(name, all);
            var result = counting.result(all, chamber, voters);
            var own = section.find("own").map(part -> counting.own(part, chamber, result));
            return new Cast(at, name, result, own.orElse(result));
        });
    }

    private static Map<String, BigInteger> sum(Map<String, BigInteger> one, Map<String, BigInteger> other) {
        var sum = new LinkedHashMap<>(other);
        one.forEach((name, count) -> sum.merge(name, count, BigInteger::add));
        return sum;
    }
}
