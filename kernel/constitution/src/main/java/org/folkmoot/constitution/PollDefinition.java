// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
 * @param balancesPosition the place in the community's journal as of which balances count, where the body asks for them
 * @param plugins what the poll uses that is not built in; a definition that uses nothing of the kind does not mention it
 * @param stage the stage that the poll belongs to, if the policy has several
 * @param chamber the chamber that votes, if several vote in the stage
 * @param asked what the proposal takes out of the fund of its policy, in minor units, if a rule asks for it
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
        Optional<Long> balancesPosition,
        List<PluginPin> plugins,
        Optional<String> stage,
        Optional<String> chamber,
        Optional<BigInteger> asked) {
    private static final String PLUGINS = "plugins";
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
    // A definition without these is written, and named, as if there were no such thing.
    private static final String BALANCES = "balancesPosition";
    private static final String STAGE = "stage";
    private static final String CHAMBER = "chamber";
    private static final String ASKED = "asked";
    private static final Set<String> MORE = Set.of(ASKED, BALANCES, PLUGINS, STAGE, CHAMBER);
    private static final Pattern AMOUNT = Pattern.compile("0|[1-9][0-9]{0,37}");

    public PollDefinition {
        if (balancesPosition.filter(position -> position < 0).isPresent()) {
            throw new IllegalArgumentException("journal positions start at 0");
        }
        if (asked.filter(amount -> amount.signum() < 0).isPresent()) {
            throw new IllegalArgumentException("nobody asks for less than nothing");
        }
        if (rollPosition < 1) {
            throw new IllegalArgumentException("membership positions start at 1");
        }
        if (!opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException("the poll closes before it opens");
        }
        plugins = PluginPin.inOrder(plugins);
    }

    /** The definition of a poll that decides alone, asks for no balances and uses built-in plugins only. */
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
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the same poll with the balances as of a place in the community's journal. */
    public PollDefinition withBalancesAt(long position) {
        return with(Optional.of(position), plugins);
    }

    /** The same poll, pinned to these plugins. */
    public PollDefinition pinnedTo(List<PluginPin> pins) {
        return with(balancesPosition, pins);
    }

    private PollDefinition with(Optional<Long> balances, List<PluginPin> pins) {
        return new PollDefinition(
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
                balances,
                pins,
                stage,
                chamber,
                asked);
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
                balancesPosition,
                plugins,
                stage,
                Optional.of(other.name()),
                asked);
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
                fields.has(BALANCES) ? Optional.of(fields.count(BALANCES)) : Optional.empty(),
                fields.has(PLUGINS) ? PluginPin.read(fields.array(PLUGINS)) : List.of(),
                Optional.of(STAGE).filter(fields::has).map(fields::text),
                Optional.of(CHAMBER).filter(fields::has).map(fields::text),
                Optional.of(ASKED).filter(fields::has).map(fields::text).map(PollDefinition::amount));
    }

    private static BigInteger amount(String written) {
        if (!AMOUNT.matcher(written).matches()) {
            throw new IllegalArgumentException("what is asked for is a whole number of minor units");
        }
        return new BigInteger(written);
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
        asked.ifPresent(amount -> json.put(ASKED, amount.toString()));
        balancesPosition.ifPresent(position -> json.put(BALANCES, position));
        json.put("ballot", Map.of("method", ballot.id(), "revote", Words.word(revote), "settings", ballot.settings()));
        json.put("body", body);
        json.put("closesAt", Times.text(closesAt));
        json.put("community", community.hex());
        json.put("constitution", constitution.hex());
        json.put("opensAt", Times.text(opensAt));
        json.put("options", question.options());
        if (!plugins.isEmpty()) {
            json.put(PLUGINS, plugins.stream().map(PluginPin::data).toList());
        }
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
