// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Document;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Question;
import org.folkmoot.record.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tally document is read as strictly as a constitution, and says all that a decision needs. */
class TallyDocumentTest {
    private static final Instant SUBMITTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TallyDocumentTest.class.getResourceAsStream("/tally.schema.json"));
    private static final String CONSTITUTION = """
        folkmoot: 1
        name: Two Houses
        admission: { model: registrar, of: founders }
        bodies:
          people: { who: "true", power: equal }
          council: { who: "true", power: equal }
        policies:
          - name: law
            applies: "true"
            body: people
            ballot: { method: for-against-abstain, revote: last }
            approval: { count: [for], of: [for, against], moreThan: 1/2 }
            chambers:
              - name: elders
                body: council
                ballot: { method: for-against-abstain, revote: last }
                approval: { count: [for], of: roll, atLeast: 1/2 }
            trends: { turnout: { count: [for], of: roll, start: 1/4, weight: 1/2 } }
            timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D }
          - name: election
            applies: "true"
            body: people
            ballot: { method: instant-runoff, revote: last }
            approval: { count: [winner], of: [continuing], moreThan: 1/2 }
            timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D }
        """;
    private static final Judges JUDGES =
            Judges.of(Constitution.read(CONSTITUTION.getBytes(UTF_8)), Plugins.installed());
    private static final String LAW = """
        policy: law
        roll: { power: 100, supply: "100000000000000000000" }
        bodies: { council: { power: 5, members: 3 } }
        """;

    @Test
    void rollsAndMeasuresAreRead() {
        assertThat(law("").history().electorates())
                .isEqualTo(Map.of(
                        "people",
                        new Electorate(
                                BigInteger.valueOf(100),
                                100,
                                Map.of("supply", new BigInteger("100000000000000000000"))),
                        "council",
                        new Electorate(BigInteger.valueOf(5), 3, Map.of())));
    }

    @Test
    void whatWasCountedInTheEndCountsFromTheOpeningOn() {
        var casts = law("counts: { for: 25, abstain: 15 }\nchambers: { elders: { for: 3 } }")
                .history()
                .casts();

        assertThat(casts).extracting(Cast::at).containsOnly(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(casts).extracting(Cast::chamber).containsExactly("people", "elders");
        assertThat(casts)
                .extracting(cast -> cast.result().counts())
                .containsExactly(counts(25, 0, 15), counts(3, 0, 0));
    }

    @Test
    void castsAddUpByChamber() {
        var casts = law("""
            casts:
              - { at: P2D, counts: { for: 3 } }
              - { at: P2D, chamber: elders, counts: { for: 1 } }
              - { at: 2026-01-04T00:00:00Z, add: { for: 7, against: 1 }, voters: 9 }
              - { at: P4D, chamber: elders, add: { against: 2 } }
            """).history().casts();

        assertThat(casts)
                .extracting(cast -> cast.result().counts())
                .containsExactly(counts(3, 0, 0), counts(1, 0, 0), counts(10, 1, 0), counts(1, 2, 0));
        assertThat(casts).extracting(cast -> cast.result().ballots()).containsExactly(3L, 1L, 9L, 3L);
    }

    @Test
    void aCastSaysWhatMembersHaveCastThemselves() {
        var casts = law("""
            casts:
              - { at: P2D, counts: { for: 3 }, own: { for: 2 } }
              - { at: P3D, add: { for: 7, against: 1 }, own: { for: 9, against: 1 } }
              - { at: P4D, add: { for: 1 } }
            """).history().casts();

        assertThat(casts)
                .extracting(cast -> cast.own().counts())
                .containsExactly(counts(2, 0, 0), counts(9, 1, 0), counts(11, 1, 0));
    }

    @Test
    void ballotsAreCountedByThePolicysOwnMethod() {
        var tally = TallyDocument.read("""
            policy: election
            roll: { power: 10 }
            title: Who speaks for us?
            options: [ash, birch, oak]
            ballots:
              - { choice: [[0]], power: 4, count: 4 }
              - { choice: [[1], [2]], power: 3, count: 3, voter: guild }
              - { choice: [[2], [1]], power: 2, count: 2 }
            """.getBytes(UTF_8)).tally(JUDGES);

        assertThat(tally.history().casts().getFirst().result().winners()).containsExactly("birch");
        assertThat(tally.ballots())
                .contains(new Tally.Ballot("guild", List.of(List.of(1L), List.of(2L)), BigInteger.valueOf(3), 3));
    }

    @Test
    void itSaysWhatIsAskedAndWhatWas() {
        var tally = law("name: harbour\nat: P3D\nwas: rejected\ntrends: { turnout: 3/10 }");

        assertThat(tally)
                .isEqualTo(new Tally(
                        "harbour",
                        "law",
                        new Question("harbour", List.of()),
                        new History(
                                SUBMITTED,
                                tally.history().electorates(),
                                Map.of("turnout", Fraction.of(3, 10)),
                                List.of()),
                        Optional.of(Instant.parse("2026-01-04T00:00:00Z")),
                        Optional.of(Outcome.REJECTED),
                        List.of()));
    }

    @Test
    void whatPollsHaveInCommonIsSaidOnce() {
        var tallies = TallyDocument.read((LAW + """
            tallies:
              - { name: a, counts: { for: 1 } }
              - { name: b, roll: { power: 7 }, counts: { for: 2 } }
            """).getBytes(UTF_8)).tallies(JUDGES);

        assertThat(tallies).extracting(Tally::name).containsExactly("a", "b");
        assertThat(tallies)
                .extracting(tally -> tally.history()
                        .electorates()
                        .getOrDefault("people", Electorate.NOBODY)
                        .members())
                .containsExactly(100L, 7L);
    }

    @Test
    void aSingleJudgeTakesEveryPoll() {
        var judges = Judges.only(JUDGES.find(Optional.of("election")).orElseThrow());

        assertThat(TallyDocument.read("{\"policy\":\"law\",\"roll\":{\"power\":3}}".getBytes(UTF_8))
                        .tally(judges)
                        .policy())
                .isEqualTo("election");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "counts: { fro: 1 } | unknown-key | /counts/fro | 4:11 | for",
                "count: { for: 1 } | unknown-key | /count | 4:1 | counts",
                "counts: { for: -1 } | bad-value | /counts/for | 4:16 | ''",
                "counts: { for: 1/2 } | bad-value | /counts/for | 4:16 | ''",
                "trends: { turnuot: 1/2 } | unknown-key | /trends/turnuot | 4:11 | turnout",
                "at: 3 days | bad-value | /at | 4:5 | P3D",
                "at: 2026-01-01T00:00:00+01:00 | bad-value | /at | 4:5 | ''",
                "submitted: P1D | bad-value | /submitted | 4:12 | ''",
                "was: pased | bad-value | /was | 4:6 | passed",
                "casts: [ { at: P1D } ] | missing-key | /casts/0/counts | 4:10 | ''",
                "casts: [ { counts: { for: 1 } } ] | missing-key | /casts/0/at | 4:10 | ''",
                "'casts: [ { at: P1D, chamber: elder, counts: {} } ]' | bad-value | /casts/0/chamber | 4:30 | elders",
                "'casts: [ { at: P2D, counts: {} }, { at: P1D, counts: {} } ]' | bad-value | /casts/1/at | 4:41 | ''",
                "'casts: [ { at: P2D, counts: {}, add: {} } ]' | bad-value | /casts/0/add | 4:38 | ''",
                "'casts: [ { at: P1D, counts: { for: 1 }, own: { for: 2 } } ]' | bad-value | /casts/0/own | 4:46 | ''",
                "'ballots: [ { choice: maybe } ]' | bad-value | /ballots/0/choice | 4:22 | ''",
                "'chambers: { elder: { for: 1 } }' | unknown-key | /chambers/elder | 4:13 | elders"
            })
    void whatNobodyUnderstandsIsRefusedInItsPlace(String line, String id, String path, String spot, String hint) {
        var complaint = refusal(LAW + line);

        assertThat(complaint)
                .extracting(
                        Complaint::id,
                        Complaint::path,
                        found -> found.line() + ":" + found.column(),
                        Complaint::suggestion)
                .containsExactly(id, path, spot, hint);
    }

    @Test
    void theRollOfEveryBodyThatVotesIsNeeded() {
        assertThat(refusal("policy: law\nroll: { power: 100 }").path()).isEqualTo("/bodies");
        assertThat(refusal("policy: law\nbodies: { council: { power: 100 } }").path())
                .isEqualTo("/roll");
    }

    @Test
    void aBodyThatDoesNotVoteIsRefused() {
        assertThat(refusal(LAW.replace("council: {", "council: { power: 1 }, elders: {")))
                .extracting(Complaint::id, Complaint::path)
                .containsExactly("unknown-body", "/bodies/elders");
    }

    @Test
    void oneOfSeveralPoliciesHasToBeNamed() {
        assertThat(refusal("roll: { power: 1 }").path()).isEqualTo("/policy");
        assertThat(refusal("policy: lwa").suggestion()).isEqualTo("law");
    }

    @Test
    void countsAndCastsExcludeEachOther() {
        assertThat(refusal(LAW + "counts: { for: 1 }\ncasts: []").path()).isEqualTo("/casts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "counts: { for: 1 }",
                "name: a\nat: P1D\nwas: passed\nvoters: 3\ncounts: {}",
                "casts: [ { at: P1D, add: { for: \"1\" } } ]",
                "sponsored: never",
                "sponsored: P1D\ncounts: { for: 1 }",
                "tallies: [ { name: a, ballots: [ { choice: for, voter: me } ] } ]"
            })
    void theSchemaTakesWhatTheReaderTakes(String line) {
        assertThat(errors(LAW + line)).isZero();
        assertThat(TallyDocument.read((LAW + line).getBytes(UTF_8)).tallies(JUDGES))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count: { for: 1 }",
                "counts: { for: -1 }",
                "was: pased",
                "sponsored: nevr",
                "at: 3 days",
                "submitted: P1D",
                "casts: [ { at: P1D } ]",
                "counts: {}\ncasts: []",
                "tallies: [ { nmae: a } ]",
                "tallies: []\ncounts: {}"
            })
    void theSchemaRefusesWhatTheReaderRefuses(String line) {
        assertThat(errors(LAW + line)).isPositive();
        refusal(LAW + line);
    }

    private static int errors(String yaml) {
        var data = Json.of(Document.read(yaml.getBytes(UTF_8)).data());
        return SCHEMA.validate(data.canonicalText(), InputFormat.JSON).size();
    }

    private static Complaint refusal(String yaml) {
        var document = TallyDocument.read(yaml.getBytes(UTF_8));
        var refused = assertThatExceptionOfType(ConstitutionRefused.class)
                .isThrownBy(() -> document.tallies(JUDGES))
                .actual();
        return refused.complaints().getFirst();
    }

    private static Tally law(String more) {
        return TallyDocument.read((LAW + more).getBytes(UTF_8)).tally(JUDGES);
    }

    private static Map<String, BigInteger> counts(long inFavor, long against, long abstain) {
        return Map.of(
                "for", BigInteger.valueOf(inFavor),
                "against", BigInteger.valueOf(against),
                "abstain", BigInteger.valueOf(abstain));
    }
}
