// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.folkmoot.platform.membership.Admission;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.sample.Samples;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ActDeskTest {
    private static final String TYPE = "proposal.submit/1";
    private static final Hash COMMUNITY = Samples.hash("the desk's community");
    private static final Hash PROPOSAL = Samples.hash("the desk's proposal");
    private static final Expected EXPECTED = new Expected(TYPE, COMMUNITY, PROPOSAL);
    private static final Person ADA = Person.named("ada");
    private static final Person BOB = Person.named("bob");

    @Inject
    ActDesk desk;

    @Inject
    ActStore acts;

    @Inject
    MembershipStore membership;

    @Inject
    Clock clock;

    @BeforeEach
    void adaIsAMember() {
        QuarkusTransaction.requiringNew()
                .run(() -> membership.found(
                        new KnownCommunity(
                                COMMUNITY, "Desk", Samples.hash("rules"), 1, Instant.parse("2026-01-01T00:00:00Z")),
                        "{}",
                        List.of(new Admission(ADA.in(COMMUNITY), ADA.publicKey()))));
    }

    @Test
    void anActOfAMemberIsAcceptedAndKeptAsItCame() {
        var envelope = saying().sign();

        var accepted = accept(envelope);

        assertThat(accepted.id()).isEqualTo(Hash.of(envelope.payload()));
        assertThat(accepted.member().key()).isEqualTo(ADA.publicKey());
        assertThat(accepted.member().founder()).isTrue();
        assertThat(acts.envelope(accepted.id())).contains(envelope);
        assertThat(Base64.getDecoder().decode(accepted.signed().payload())).isEqualTo(envelope.payload());
    }

    @Test
    void theSameActAgainIsADuplicateThatSaysWhenItWasAccepted() {
        var envelope = saying().sign();
        var accepted = accept(envelope);
        accept(saying().sign());

        assertThat(refusalOf(envelope)).isEqualTo(new ActRefusal.ActDuplicate(accepted.id(), accepted.at()));
    }

    @Test
    void anotherActWithAUsedSeqIsAReplay() {
        var first = saying();
        accept(first.sign());
        var lower = saying().seq(first.seq() - 1);

        assertThat(refusalOf(first.with("more", 1).sign()))
                .isEqualTo(new ActRefusal.SeqReplayed(first.seq(), first.seq()));
        assertThat(refusalOf(lower.sign())).isEqualTo(new ActRefusal.SeqReplayed(lower.seq(), first.seq()));
    }

    @Test
    void aRefusedActLeavesNothingBehind() {
        var refused = saying().seq(1).sign();
        accept(saying().sign());

        assertThat(refusalOf(refused)).isInstanceOf(ActRefusal.SeqReplayed.class);

        assertThat(acts.envelope(Hash.of(refused.payload()))).isEmpty();
    }

    @Test
    void anotherTypeIsUnexpected() {
        assertThat(refusalOf(
                        ADA.says(COMMUNITY, "ballot.cast/1").about(PROPOSAL).sign()))
                .isEqualTo(new ActRefusal.ActTypeUnexpected(TYPE, "ballot.cast/1"));
    }

    @Test
    void anActForAnotherCommunityDoesNotCountHere() {
        var other = Samples.hash("another community");

        assertThat(refusalOf(ADA.says(other, TYPE).about(PROPOSAL).sign()))
                .isEqualTo(new ActRefusal.CommunityMismatch(COMMUNITY, other));
    }

    @Test
    void anActAboutSomethingElseDoesNotCountHere() {
        var other = Samples.hash("another proposal");

        assertThat(refusalOf(saying().about(other).sign())).isEqualTo(new ActRefusal.SubjectUnknown(PROPOSAL, other));
    }

    @Test
    void anActCountsOnlyUntilItsTime() {
        assertThat(refusalOf(saying().until(clock.instant().minusSeconds(2)).sign()))
                .isInstanceOf(ActRefusal.ActExpired.class);
        accept(saying().until(clock.instant().plusSeconds(5)).sign());
    }

    @Test
    void anActMayNotHoldForLong() {
        accept(saying().until(clock.instant().plus(ActDesk.HORIZON).minusSeconds(5))
                .sign());
        assertThat(refusalOf(
                        saying().until(clock.instant().plus(ActDesk.HORIZON).plusSeconds(5))
                                .sign()))
                .isInstanceOf(ActRefusal.ActHorizon.class);
        assertThat(refusalOf(
                        saying().until(Instant.ofEpochSecond((1L << 53) - 1)).sign()))
                .isInstanceOf(ActRefusal.ActHorizon.class);
    }

    @Test
    void aSignatureOfAnotherKeyOrPayloadIsInvalid() {
        var act = saying();
        var signed = act.sign();
        var other = act.with("more", 1).sign();

        assertThat(refusalOf(new Envelope(signed.payload(), signed.suite(), other.signature())))
                .isEqualTo(new ActRefusal.SignatureInvalid());
        assertThat(refusalOf(new Envelope(signed.payload(), signed.suite(), new byte[64])))
                .isEqualTo(new ActRefusal.SignatureInvalid());
    }

    @Test
    void whoeverIsNoMemberMayNotAct() {
        assertThat(refusalOf(BOB.says(COMMUNITY, TYPE).about(PROPOSAL).sign()))
                .isEqualTo(new ActRefusal.NotAMember(COMMUNITY, BOB.in(COMMUNITY)));
    }

    @Test
    void aKeyThatIsNotTheMembersMayNotActForTheMember() {
        var act = BOB.says(COMMUNITY, TYPE).about(PROPOSAL).act();
        var stolen = new org.folkmoot.record.Act(
                ADA.in(COMMUNITY), act.body(), COMMUNITY, act.key(), act.notAfter(), act.seq(), PROPOSAL, TYPE);

        assertThat(refusalOf(Acts.sign(BOB.key(), stolen)))
                .isEqualTo(new ActRefusal.KeyNotValid(ADA.in(COMMUNITY), BOB.did()));
    }

    @Test
    void aCommunityThatNobodyToldOfIsUnknown() {
        var nowhere = Samples.hash("nowhere");

        assertThat(refusal(
                        ADA.says(nowhere, TYPE).about(PROPOSAL).sign().json(), new Expected(TYPE, nowhere, PROPOSAL)))
                .isEqualTo(new ActRefusal.CommunityUnknown(nowhere));
    }

    @Test
    void aSuiteThatNobodyCanCheckIsUnsupported() {
        assertThat(refusal(changed(saying().sign(), json -> json.replace("ed25519", "rot13")), EXPECTED))
                .isEqualTo(new ActRefusal.SuiteUnsupported());
    }

    @Test
    void anEnvelopeWithoutAProofIsMalformed() {
        var unsigned = "{\"payload\":\""
                + Base64.getEncoder().encodeToString(saying().sign().payload()) + "\"}";

        assertThat(refusal(unsigned.getBytes(StandardCharsets.UTF_8), EXPECTED))
                .isInstanceOfSatisfying(
                        ActRefusal.PayloadMalformed.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo("missing-member"));
    }

    @Test
    void aPayloadInAnotherSpellingIsMalformed() {
        var payload = new String(saying().sign().payload(), StandardCharsets.UTF_8).replace(":1}", ": 1}");
        var spaced = new Envelope(payload.getBytes(StandardCharsets.UTF_8), "ed25519", new byte[64]);

        assertThat(refusalOf(spaced))
                .isInstanceOfSatisfying(
                        ActRefusal.PayloadMalformed.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo("not-canonical"));
    }

    @Test
    void whatIsNoEnvelopeIsMalformed() {
        assertThat(refusal("nonsense".getBytes(StandardCharsets.UTF_8), EXPECTED))
                .isInstanceOf(ActRefusal.PayloadMalformed.class);
        assertThat(refusal(new byte[0], EXPECTED)).isInstanceOf(ActRefusal.PayloadMalformed.class);
    }

    @Test
    void anEnvelopeThatIsTooLargeIsRefusedUnread() {
        assertThat(refusal(new byte[Envelope.MAX_BYTES + 1], EXPECTED))
                .isEqualTo(new ActRefusal.PayloadTooLarge(Envelope.MAX_BYTES));
    }

    @Test
    void theCheapReasonsComeFirst() {
        var wrongInEveryWay = BOB.says(Samples.hash("nowhere"), "ballot.cast/1")
                .until(clock.instant().minus(Duration.ofDays(1)))
                .sign();
        var badlySigned = new Envelope(wrongInEveryWay.payload(), "ed25519", new byte[64]);

        assertThat(refusalOf(badlySigned)).isInstanceOf(ActRefusal.ActTypeUnexpected.class);
    }

    @Test
    void withoutATransactionNothingIsAccepted() {
        var envelope = saying().sign().json();

        assertThatThrownBy(() -> desk.accept(envelope, EXPECTED))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
    }

    private static Saying saying() {
        return ADA.says(COMMUNITY, TYPE).about(PROPOSAL);
    }

    private Accepted accept(Envelope envelope) {
        return QuarkusTransaction.requiringNew().call(() -> desk.accept(envelope.json(), EXPECTED));
    }

    private ActRefusal refusalOf(Envelope envelope) {
        return refusal(envelope.json(), EXPECTED);
    }

    private ActRefusal refusal(byte[] envelope, Expected expected) {
        try {
            QuarkusTransaction.requiringNew().run(() -> desk.accept(envelope, expected));
        } catch (ActRefused refused) {
            return refused.refusal();
        }
        throw new AssertionError("the act was accepted");
    }

    private static byte[] changed(Envelope envelope, UnaryOperator<String> change) {
        return change.apply(new String(envelope.json(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
