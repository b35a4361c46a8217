// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Chamber;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Value;
import org.folkmoot.constitution.course.TallyDocument.Said;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Question;

/** Reads one poll of a tally document for the policy that judges it. */
final class TallyReader {
    /** When a proposal was submitted, if nothing is said. */
    static final Instant SUBMITTED = Instant.parse("2026-01-01T00:00:00Z");

    private static final int MAX_WORDS = 200;
    private static final String NEVER = "never";

    private final Said said;
    private final Judge judge;
    private final Instant submitted;

    private TallyReader(Said said, Judge judge) {
        this.said = said;
        this.judge = judge;
        this.submitted = said.find("submitted").map(Quantities::instant).orElse(SUBMITTED);
    }

    /** The poll; nothing if no policy is there to judge it, which was then complained of. */
    static Optional<Tally> read(Said said, Judges judges) {
        var name = said.find("policy");
        var judge = judges.find(name.map(Value::text));
        if (judge.isEmpty()) {
            name.ifPresentOrElse(
                    value -> Quantities.among(value, judges.names(), "policy"),
                    () -> said.own().need("policy"));
            return Optional.empty();
        }
        return Optional.of(new TallyReader(said, judge.get()).tally());
    }

    private Tally tally() {
        var name = said.own().find("name").map(value -> value.words(MAX_WORDS)).orElse("");
        var title = said.find("title").map(value -> value.words(MAX_WORDS)).orElse(name);
        var options = said.find("options").map(Value::texts).orElse(List.of());
        var question = new Question(title, options);
        var counting = new CountReader(judge, question);
        var electorates = electorates();
        var trends = said.find("trends").map(this::trends).orElse(Map.of());
        var casts = new CastReader(judge, counting, submitted).read(said.own());
        var asked = said.find("at").map(value -> Quantities.instant(value, submitted));
        var was = said.own().find("was").map(value -> value.oneOf(Outcome.class));
        var history = new History(submitted, electorates, trends, casts, sponsored());
        return new Tally(name, judge.policy().name(), question, history, asked, was, counting.ballots());
    }

    // Without a word about them, a proposal had its sponsors when it was submitted.
    private Optional<Instant> sponsored() {
        return said.find("sponsored")
                .map(value -> value.data().equals(NEVER)
                        ? Optional.<Instant>empty()
                        : Optional.of(Quantities.instant(value, submitted)))
                .orElse(Optional.of(submitted));
    }

    private Map<String, Electorate> electorates() {
        var bodies = judge.policy().stages().stream()
                .flatMap(stage -> stage.chambers().stream())
                .map(Chamber::body)
                .distinct()
                .toList();
        var first = judge.policy().body();
        var electorates = new HashMap<String, Electorate>();
        var further = said.find("bodies").map(value -> value.section().all()).orElse(List.of());
        for (var entry : further) {
            if (!bodies.contains(entry.getKey())) {
                entry.getValue()
                        .complain(
                                "unknown-body",
                                "'" + entry.getKey() + "' does not vote under the policy '"
                                        + judge.policy().name() + "'; " + String.join(", ", bodies) + " do.");
            }
            electorates.put(entry.getKey(), electorate(entry.getValue()));
        }
        var roll = electorates.containsKey(first) ? said.find("roll") : Optional.of(said.need("roll"));
        if (electorates.containsKey(first)) {
            roll.ifPresent(value -> value.complain("duplicate-key", "The roll of '" + first + "' is said twice."));
        } else {
            roll.ifPresent(value -> electorates.put(first, electorate(value)));
        }
        bodies.stream()
                .filter(body -> !electorates.containsKey(body))
                .forEach(body -> said.own()
                        .complaints()
                        .error(
                                "missing-key",
                                said.own().path() + "/bodies",
                                "The roll of '" + body + "' is missing: it votes too."));
        return electorates;
    }

    // As many members as power, if nothing else is said: everybody has one vote.
    private static Electorate electorate(Value value) {
        var section = value.section();
        var power = Quantities.number(section.need("power"));
        var members = section.find("members")
                .map(count -> count.integer(0, Long.MAX_VALUE))
                .orElseGet(() -> CountReader.ballots(power));
        var measures = new HashMap<String, BigInteger>();
        for (var entry : section.all()) {
            if (!entry.getKey().equals("power") && !entry.getKey().equals("members")) {
                measures.put(entry.getKey(), Quantities.number(entry.getValue()));
            }
        }
        return new Electorate(power, members, measures);
    }

    private Map<String, Fraction> trends(Value value) {
        var section = value.section();
        var trends = new HashMap<String, Fraction>();
        for (var name : judge.policy().trends().keySet()) {
            section.find(name).map(Value::fraction).ifPresent(share -> trends.put(name, share));
        }
        section.finish();
        return trends;
    }
}
