// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of each event. */
final class Samples {
    private static final String COMMUNITY = hash("c0");
    private static final String PROPOSAL = hash("b0");
    private static final String POLL = hash("a0");
    private static final String MEMBER = hash("11");
    private static final String CAUSE = hash("ca");
    private static final String RULES = hash("01");
    private static final String NEW_RULES = hash("02");
    private static final String ENACTMENT = hash("e0");
    private static final String DEPOSIT = hash("d0");
    private static final String KEY = "did:key:z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG";
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00.000Z");
    private static final Instant LATER = Instant.parse("2026-11-25T10:00:00.125Z");
    private static final String SIGNATURE = "A".repeat(86) + "==";
    private static final Signed ACT = new Signed("eyJ2IjoxfQ==", "ed25519", SIGNATURE);
    private static final String ACTION =
            "{\"amount\":\"2500.00\",\"asset\":\"SKR\",\"from\":\"treasury\",\"to\":\"fund\","
                    + "\"type\":\"treasury.transfer\"}";

    private static final Map<EventType, Event> ALL = Stream.of(identity(), proposals(), voting(), money(), answers())
            .flatMap(List::stream)
            .collect(Collectors.toMap(EventType::of, event -> event));

    private Samples() {}

    static Optional<Event> of(EventType type) {
        return Optional.ofNullable(ALL.get(type));
    }

    private static List<Event> identity() {
        var members = List.of(new MemberEntry(MEMBER, KEY));
        return List.of(
                new CommunityFoundedV1(COMMUNITY, "Skerry Commons", RULES, "{\"folkmoot\":1}", 1, AT, ACT, members),
                new MembersAddedV1(COMMUNITY, 2, AT, members, CAUSE),
                new MemberRemovedV1(COMMUNITY, 3, AT, MEMBER, CAUSE),
                new KeysChangedV1(COMMUNITY, 4, AT, MEMBER, List.of(KEY), List.of(KEY), CAUSE),
                new RoleGrantedV1(COMMUNITY, 5, AT, MEMBER, "notary", LATER, CAUSE),
                new RoleRevokedV1(COMMUNITY, 6, LATER, MEMBER, "notary", CAUSE),
                new ConstitutionAmendedV1(COMMUNITY, RULES, NEW_RULES, "{\"folkmoot\":1}", AT, PROPOSAL));
    }

    private static List<Event> proposals() {
        return List.of(
                new ProposalSubmittedV1(
                        COMMUNITY, PROPOSAL, POLL, "{\"v\":1}", "[" + ACTION + "]", AT, MEMBER, List.of(ACT, ACT)),
                new CommitmentDueV1(COMMUNITY, PROPOSAL, DEPOSIT, "[{\"action\":" + ACTION + ",\"index\":0}]", AT),
                new CommitmentReleasedV1(
                        COMMUNITY, PROPOSAL, DEPOSIT, "[{\"action\":" + ACTION + ",\"index\":0}]", "rejected", LATER),
                new DepositDueV1(COMMUNITY, PROPOSAL, DEPOSIT, MEMBER, "SKR", power(1_000), AT, ACT),
                new DepositReleasedV1(
                        COMMUNITY,
                        PROPOSAL,
                        DEPOSIT,
                        DepositReleasedV1.Fate.TREASURY,
                        power(500),
                        "rejected: More than four fifths were against it.",
                        LATER),
                new ProposalSponsoredV1(COMMUNITY, PROPOSAL, MEMBER, AT, ACT),
                new StageBegunV1(COMMUNITY, PROPOSAL, "ratification", POLL, "{\"v\":1}", LATER),
                new ProposalCancelledV1(COMMUNITY, PROPOSAL, POLL, "we found the money", AT),
                new EnactmentDueV1(COMMUNITY, PROPOSAL, ENACTMENT, 0, 1, ACTION, LATER),
                new ProposalEndedV1(COMMUNITY, PROPOSAL, ProposalEndedV1.State.ENACTED, LATER, ""));
    }

    private static List<Event> voting() {
        var ballots = List.of(new CastEntry(7, CAUSE, "eyJ2IjoxfQ==", "ed25519", SIGNATURE, AT));
        return List.of(
                new PollOpenedV1(COMMUNITY, PROPOSAL, POLL, 3, power(300), AT, LATER, AT),
                new PollExtendedV1(
                        COMMUNITY,
                        PROPOSAL,
                        POLL,
                        AT.plusSeconds(86_400),
                        "A late ballot moves the deadline to 2026-11-21T10:00:00Z.",
                        AT),
                new PapersConfirmedV1(COMMUNITY, POLL, MEMBER, CAUSE, 8, 9, AT, List.of(ACT, ACT)),
                new DelegationHiddenV1(COMMUNITY, "council", POLL, AT),
                new DelegationMadeV1(COMMUNITY, "citizens", MEMBER, AT, ACT),
                new SharesGivenV1(
                        COMMUNITY, POLL, 2, 1, 1, 1, "A2sX0fLhLEJH+Lzm5WOkQPJ3A32BLeszoPShOUXYmMKW", SIGNATURE, LATER),
                new DrawRoundOpenedV1(
                        COMMUNITY,
                        PROPOSAL,
                        ENACTMENT,
                        POLL,
                        2,
                        "juror",
                        6,
                        120,
                        List.of(CAUSE, MEMBER),
                        AT,
                        AT.plusSeconds(3_600),
                        LATER),
                new DrawCommittedV1(COMMUNITY, POLL, 2, MEMBER, AT, ACT),
                new DrawRevealedV1(COMMUNITY, POLL, 2, MEMBER, LATER, ACT),
                new DrawnV1(
                        COMMUNITY,
                        PROPOSAL,
                        ENACTMENT,
                        0,
                        1,
                        POLL,
                        2,
                        CAUSE,
                        "juror",
                        RoleGrantedV1.WITHOUT_END,
                        List.of(MEMBER),
                        LATER),
                new RuleDriftedV1(
                        COMMUNITY,
                        RULES,
                        "spend",
                        "/policies/0/quorum",
                        RuleDriftedV1.State.NEAR,
                        "It needs 6 of today's 6; a tenth less of the roll, 5, cannot meet it.",
                        AT),
                new PollRefusedV1(COMMUNITY, PROPOSAL, POLL, "the roll is empty", AT),
                new BallotsCastV1(COMMUNITY, POLL, 7, 7, ballots),
                new DecisionReachedV1(
                        COMMUNITY,
                        PROPOSAL,
                        POLL,
                        DecisionReachedV1.Outcome.PASSED,
                        List.of("for"),
                        2,
                        3,
                        power(300),
                        Map.of("for", power(200), "against", power(0), "abstain", power(0)),
                        List.of(round()),
                        List.of(trace()),
                        LATER));
    }

    private static RoundEntry round() {
        return new RoundEntry(
                1,
                Map.of("0", power(200), "1", power(100)),
                power(151),
                Map.of("exhausted", power(0)),
                List.of("0"),
                List.of("1"),
                Map.of("1", Map.of("0", power(100))),
                "1 was eliminated by lot");
    }

    private static TraceEntry trace() {
        return new TraceEntry(
                "approval",
                List.of(new OperandEntry("for", power(200))),
                List.of(new OperandEntry("for", power(200)), new OperandEntry("against", power(0))),
                "moreThan",
                "1/2",
                "101",
                "fails",
                true,
                "200 for is more than 1/2 of 200",
                "99");
    }

    private static List<Event> money() {
        return List.of(
                new AccountsOpenedV1(COMMUNITY, List.of(new AccountEntry("treasury", "SKR")), AT),
                new CommitmentTakenV1(COMMUNITY, PROPOSAL, DEPOSIT, AT),
                new CommitmentRefusedV1(
                        COMMUNITY,
                        PROPOSAL,
                        DEPOSIT,
                        "insufficient-funds",
                        "treasury has 3.00 SKR to spend, not 10.00.",
                        AT),
                new DepositTakenV1(COMMUNITY, PROPOSAL, DEPOSIT, AT),
                new EscrowSayingAddedV1(COMMUNITY, ENACTMENT, EscrowSayingAddedV1.Type.CLAIM, MEMBER, hash("ab"), AT),
                new EscrowStepTakenV1(COMMUNITY, ENACTMENT, hash("5e"), "release", AT),
                new ExpenseClaimedV1(COMMUNITY, hash("e1"), MEMBER, "events", "SKR", power(4_000), AT),
                new ExpenseVerdictGivenV1(COMMUNITY, hash("e1"), MEMBER, true, AT),
                new ExpenseEndedV1(COMMUNITY, hash("e1"), ExpenseEndedV1.Outcome.PAID, AT),
                new OutsideAttestedV1(COMMUNITY, hash("a1"), "deposit", "EUR", "2026-11-20/17", MEMBER, AT),
                new OutsideSettledV1(
                        COMMUNITY,
                        hash("a1"),
                        "deposit",
                        "EUR",
                        "2026-11-20/17",
                        OutsideSettledV1.Outcome.DONE,
                        "",
                        AT),
                new PayoutOrderedV1(COMMUNITY, ENACTMENT, PROPOSAL, "treasury", "EUR", power(8_000), AT, LATER),
                new PayoutEndedV1(COMMUNITY, ENACTMENT, PayoutEndedV1.Outcome.DONE, "2026-11-24/3", LATER),
                new DepositRefusedV1(
                        COMMUNITY,
                        PROPOSAL,
                        DEPOSIT,
                        "insufficient-funds",
                        "member/11… has 3.00 SKR to spend, not 10.00.",
                        AT),
                new DepositSettledV1(COMMUNITY, PROPOSAL, DEPOSIT, power(500), BigInteger.ZERO, power(500), LATER),
                new TransferPostedV1(
                        COMMUNITY, hash("f0"), 1, "treasury", "fund", "SKR", power(250_000), ENACTMENT, LATER),
                new TransfersPostedV1(
                        COMMUNITY,
                        2,
                        List.of(
                                new PostedEntry(hash("f1"), "treasury", "fund", "SKR", power(100), ENACTMENT, LATER),
                                new PostedEntry(
                                        hash("f1"), "treasury", "school", "SKR", power(50), ENACTMENT, LATER))));
    }

    private static List<Event> answers() {
        return List.of(
                new ActionEnactedV1(COMMUNITY, PROPOSAL, ENACTMENT, 0, 1, LATER, hash("f0")),
                new ActionFailedV1(
                        COMMUNITY, PROPOSAL, ENACTMENT, 0, 1, "insufficient-funds", "treasury has 10.00 SKR", LATER));
    }

    private static BigInteger power(long units) {
        return BigInteger.valueOf(units);
    }

    private static String hash(String byteInHex) {
        return byteInHex.repeat(32);
    }
}
