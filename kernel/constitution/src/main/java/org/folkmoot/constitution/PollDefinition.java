// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policy.Question;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.StrictJson;
import org.folkmoot.record.Times;

/**
 * Everything that a voter agrees to by voting: what is asked, who may answer, until when, and how answers are counted.
 * Its hash is the poll's id, which every ballot signs.
 *
 * @param ballot the voting method with its settings
 * @param revote which of a voter's ballots counts
 * @param body the body that votes
 * @param closesAt the first moment at which no ballot is accepted any more
 * @param community the community
 * @param constitution the hash of the constitution that judges the poll
 * @param opensAt the first moment at which ballots are accepted
 * @param question the title and the options
 * @param policy the policy that judges the poll
 * @param proposal the proposal that is voted on
 * @param rollAt the moment for which the roll is made
 * @param rollPosition the membership position of the roll
 * @param stage the stage that the poll belongs to, if the policy has several
 * @param chamber the chamber that votes, if several vote in the stage
 */
public record PollDefinition(
        PluginCall ballot,
        Revote revote,
        String body,
        Instant closesAt,
        Hash community,
        Hash constitution,
        Instant opensAt,
        Question question,
        String policy,
        Hash proposal,
        Instant rollAt,
        long rollPosition,
        Optional<String> stage,
        Optional<String> chamber) {
    private static final long VERSION = 1;
    private static final Set<String> NAMES = Set.of(
            "ballot",
            "body",
            "closesAt",
            "community",
            "constitution",
            "opensAt",
            "options",
            "policy",
            "proposal",
            "question",
            "rollAt",
            "rollPosition",
            "v");
    private static final Set<String> MORE = Set.of("stage", "chamber");

    public PollDefinition {
        if (rollPosition < 1) {
            throw new IllegalArgumentException("membership positions start at 1");
        }
        if (!opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException("the poll closes before it opens");
        }
    }

    /** The definition of a poll that decides alone. */
    public PollDefinition(
            PluginCall ballot,
            Revote revote,
            String body,
            Instant closesAt,
            Hash community,
            Hash constitution,
            Instant opensAt,
            Question question,
            String policy,
            Hash proposal,
            Instant rollAt,
            long rollPosition) {
        this(
                ballot,
                revote,
                body,
                closesAt,
                community,
                constitution,
                opensAt,
                question,
                policy,
                proposal,
                rollAt,
                rollPosition,
                Optional.empty(),
                Optional.empty());
    }

    /** The same poll for another chamber of its stage. */
    public PollDefinition in(Chamber other) {
        return new PollDefinition(
                other.ballot(),
                other.revote(),
                other.body(),
                closesAt,
                community,
                constitution,
                opensAt,
                question,
                policy,
                proposal,
                rollAt,
                rollPosition,
                stage,
                Optional.of(other.name()));
    }

    /** Reads a definition from its canonical form, and from nothing else, or throws {@link PollRefused}. */
    public static PollDefinition read(byte[] canonical) {
        try {
            return read(Fields.of(StrictJson.parse(canonical), NAMES, MORE));
        } catch (Malformed | IllegalArgumentException e) {
            throw new PollRefused("This is not the definition of a poll: " + e.getMessage() + ".", e);
        }
    }

    private static PollDefinition read(Fields fields) {
        if (fields.count("v") != VERSION) {
            throw new IllegalArgumentException("it is written for another version");
        }
        var ballot = Fields.exactly(fields.object("ballot"), Set.of("method", "revote", "settings"));
        var settings = new LinkedHashMap<String, Object>();
        ballot.object("settings").members().forEach((name, value) -> settings.put(name, value.plain()));
        return new PollDefinition(
                new PluginCall(ballot.text("method"), settings, "/ballot/settings", "/ballot/method"),
                revote(ballot.text("revote")),
                fields.text("body"),
                fields.time("closesAt"),
                fields.hash("community"),
                fields.hash("constitution"),
                fields.time("opensAt"),
                new Question(fields.text("question"), options(fields.array("options"))),
                fields.text("policy"),
                fields.hash("proposal"),
                fields.time("rollAt"),
                fields.count("rollPosition"),
                Optional.of("stage").filter(fields::has).map(fields::text),
                Optional.of("chamber").filter(fields::has).map(fields::text));
    }

    private static Revote revote(String word) {
        return Words.constant(Revote.class, word)
                .orElseThrow(() -> new IllegalArgumentException("there is no revote rule '" + word + "'"));
    }

    private static List<String> options(Json.Arr options) {
        return options.items().stream()
                .map(option -> option instanceof Json.Str(String text) ? Optional.of(text) : Optional.<String>empty())
                .map(text -> text.orElseThrow(() -> new IllegalArgumentException("an option is a text")))
                .toList();
    }

    /** The definition as data. */
    public Json.Obj json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("ballot", Map.of("method", ballot.id(), "revote", Words.word(revote), "settings", ballot.settings()));
        json.put("body", body);
        json.put("closesAt", Times.text(closesAt));
        json.put("community", community.hex());
        json.put("constitution", constitution.hex());
        json.put("opensAt", Times.text(opensAt));
        json.put("options", question.options());
        json.put("policy", policy);
        json.put("proposal", proposal.hex());
        json.put("question", question.title());
        json.put("rollAt", Times.text(rollAt));
        json.put("rollPosition", rollPosition);
        stage.ifPresent(name -> json.put("stage", name));
        chamber.ifPresent(name -> json.put("chamber", name));
        json.put("v", VERSION);
        return Json.object(json);
    }

    /** The canonical form, of which {@link #id} is the hash. */
    public byte[] canonical() {
        return json().canonical();
    }

    /** The poll's id. */
    public Hash id() {
        return Hash.of(canonical());
    }
}
