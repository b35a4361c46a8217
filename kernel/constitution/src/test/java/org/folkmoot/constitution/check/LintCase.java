// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Severity;

/**
 * A policy that is wrong in one way and the same put right, from a file in {@code cases/}.
 *
 * @param what the case, in words
 * @param bad the lines of the policy that is wrong
 * @param good the lines of the one that is right
 * @param severity how bad the complaint is
 * @param id its id
 * @param path its place
 * @param says its sentence
 * @param hint what it suggests
 * @param rolls who there is, if that is known
 * @param then who there is when it is put right, if that is somebody else
 */
record LintCase(
        String what,
        List<String> bad,
        List<String> good,
        Severity severity,
        String id,
        String path,
        String says,
        String hint,
        Optional<String> rolls,
        Optional<String> then) {
    private static final String FRAME = """
            folkmoot: 1
            name: Skerry Commons
            assets: { SKR: { scale: 2, issuance: { cap: "1000.00" } } }
            admission: { model: registrar, of: founders }
            bodies:
              citizens: { who: "true", power: equal }
              council: { who: "'councillor' in member.roles", power: equal, least: 3 }
              stewards: { who: "('councillor' in member.roles) && member.founder", power: equal, least: 3 }
              moving: { who: "true", power: equal, changes: recount }
            policies:
            """;
    private static final String OTHER = """
              - name: other
                applies: "actions.exists(a, a.type == 'constitution.amend')"
                body: council
                propose: { sponsors: { count: 1, body: stewards, within: P7D } }
                ballot: { method: for-against-abstain, revote: last }
                quorum: { count: [for, against, abstain], of: roll, atLeast: 1/2 }
                approval: { count: [for], of: [for, against], atLeast: 2/3 }
                timing: { delay: P1D, period: P14D, timelock: P2D, expires: P14D }
              - name: everything
                applies: "true"
                body: citizens
                propose: { sponsors: { count: 1, body: moving, within: P7D } }
                ballot: { method: for-against-abstain, revote: last }
                quorum: { count: [for, against, abstain], of: roll, atLeast: 1/2 }
                approval: { count: [for], of: [for, against], atLeast: 2/3 }
                timing: { delay: P1D, period: P14D, timelock: P2D, expires: P14D }
            """;
    private static final Map<String, String> POLICY = new LinkedHashMap<>(Map.of(
            "name", "tried",
            "applies", "\"actions.size() > 0\"",
            "body", "citizens",
            "ballot", "{ method: for-against-abstain, revote: first }",
            "quorum", "{ count: [for, against, abstain], of: roll, atLeast: 1/10 }",
            "approval", "{ count: [for], of: [for, against], moreThan: 1/2 }",
            "timing", "{ delay: P1D, period: P7D, timelock: P2D, expires: P14D }"));

    static List<LintCase> cases(String file) {
        try (var in = requireNonNull(LintCase.class.getResourceAsStream("/cases/" + file))) {
            var text = new String(in.readAllBytes(), UTF_8);
            return Arrays.stream(text.split("\n## ")).skip(1).map(LintCase::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LintCase of(String block) {
        var lines = block.lines().toList();
        var bad = new ArrayList<String>();
        var good = new ArrayList<String>();
        var parts = new LinkedHashMap<String, String>();
        for (var line : lines.subList(1, lines.size())) {
            var space = line.indexOf(' ');
            if (space < 0 || line.startsWith("#")) {
                continue;
            }
            var rest = line.substring(space + 1);
            switch (line.substring(0, space)) {
                case "bad" -> bad.add(rest);
                case "good" -> good.add(rest);
                case "both" -> {
                    bad.add(rest);
                    good.add(rest);
                }
                default -> parts.put(line.substring(0, space), rest);
            }
        }
        var found = requireNonNull(parts.getOrDefault("error", parts.get("warning")))
                .split(" ", 2);
        return new LintCase(
                lines.getFirst(),
                bad,
                good,
                parts.containsKey("error") ? Severity.ERROR : Severity.WARNING,
                found[0],
                found[1],
                requireNonNull(parts.get("says")),
                parts.getOrDefault("hint", ""),
                Optional.ofNullable(parts.get("roll")),
                Optional.ofNullable(parts.get("then")));
    }

    List<Complaint> wrong() {
        return check(bad, rolls);
    }

    List<Complaint> right() {
        return check(good, then.or(() -> rolls));
    }

    private static List<Complaint> check(List<String> lines, Optional<String> rolls) {
        var constitution = Constitution.read(document(lines).getBytes(UTF_8));
        return rolls.map(said -> Check.of(constitution, LintsTest.PLUGINS, Rolls.read(said.getBytes(UTF_8))))
                .orElseGet(() -> Check.of(constitution, LintsTest.PLUGINS));
    }

    /** The frame with one policy: the usual one with these lines instead of those of the same name, or without them. */
    static String document(List<String> lines) {
        var policy = new LinkedHashMap<>(POLICY);
        var other = OTHER;
        for (var line : lines) {
            if (line.startsWith("other ")) {
                other = line.substring("other ".length()).indent(2) + other;
            } else if (line.startsWith("without ")) {
                policy.remove(line.substring("without ".length()));
            } else {
                policy.put(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip());
            }
        }
        var text = new StringBuilder(FRAME);
        var first = "  - ";
        for (var entry : policy.entrySet()) {
            text.append(first)
                    .append(entry.getKey())
                    .append(": ")
                    .append(entry.getValue())
                    .append('\n');
            first = "    ";
        }
        return text + other;
    }

    @Override
    public String toString() {
        return id + ": " + what;
    }
}
