// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.constitution.Account;
import org.folkmoot.contracts.EscrowSayingAddedV1;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.EscrowRefusal;
import org.folkmoot.treasury.domain.escrow.Granting;
import org.folkmoot.treasury.domain.escrow.Offering;
import org.folkmoot.treasury.domain.escrow.Panel;
import org.folkmoot.treasury.domain.escrow.Request;
import org.folkmoot.treasury.domain.escrow.Terms;

/** Takes claims, attestations and awards; the last one that is needed releases what it is about, in the same transaction. */
@ApplicationScoped
class SayAboutEscrow {
    private final ActDesk acts;
    private final Escrows escrows;
    private final SayingStore sayings;
    private final Panels panels;
    private final TakeStep takeStep;
    private final Outbox outbox;

    SayAboutEscrow(
            ActDesk acts, Escrows escrows, SayingStore sayings, Panels panels, TakeStep takeStep, Outbox outbox) {
        this.acts = acts;
        this.escrows = escrows;
        this.sayings = sayings;
        this.panels = panels;
        this.takeStep = takeStep;
        this.outbox = outbox;
    }

    /** What a saying came to: whether it was the last one that was needed. */
    record Heard(Hash act, Instant at, Optional<StepStore.Taken> released) {}

    @Transactional
    Heard attest(ReadSaying.Said<Long> said) {
        var escrow = lock(said);
        var at = acts.record(said.act());
        if (!(escrow.terms() instanceof Terms.Grant grant)) throw other(escrow);
        var panel = grant.attesters()
                .orElseThrow(() -> SaidRefused.mayNot(escrow.id(), new EscrowRefusal.NoPanel(escrow.id())));
        checkMember(said, escrow, panel, at);
        if (Panels.member(grant.to()).filter(said.actor()::equals).isPresent())
            throw SaidRefused.mayNot(escrow.id(), new EscrowRefusal.JudgeBenefits(escrow.id(), grant.to()));
        var number = said.body();
        check(escrow, new Granting(escrow, grant).fault(number, at));
        var saying = saying(said, SayingStore.ATTESTATION, String.valueOf(number), "", at);
        return heard(said, escrow, panel, saying, new Request.Release(number));
    }

    @Transactional
    Heard claim(ReadSaying.Said<ReadSaying.Claim> said) {
        var escrow = lock(said);
        var at = acts.record(said.act());
        check(escrow, bounty(escrow).fault(at));
        var to = Account.MEMBER + said.actor().hex();
        if (panels.isJudge(said.community(), escrow, to, at))
            throw SaidRefused.mayNot(escrow.id(), new EscrowRefusal.JudgeBenefits(escrow.id(), to));
        var claim = said.body();
        say(said, saying(said, SayingStore.CLAIM, claim.work().hex(), claim.memo(), at));
        return new Heard(said.act().id(), at, Optional.empty());
    }

    @Transactional
    Heard award(ReadSaying.Said<String> said) {
        var escrow = lock(said);
        var at = acts.record(said.act());
        var bounty = bounty(escrow);
        var panel = bounty.terms().judges();
        checkMember(said, escrow, panel, at);
        check(escrow, bounty.fault(at));
        var to = said.body();
        if (Panels.member(to)
                .filter(member -> sayings.has(said.community(), escrow.id(), SayingStore.CLAIM, member))
                .isEmpty()) throw SaidRefused.impossible(escrow.id(), new EscrowRefusal.ClaimUnknown(escrow.id(), to));
        boolean isJudge = panels.isJudge(said.community(), escrow, to, at);
        if (isJudge) throw SaidRefused.mayNot(escrow.id(), new EscrowRefusal.JudgeBenefits(escrow.id(), to));
        return heard(said, escrow, panel, saying(said, SayingStore.AWARD, to, "", at), new Request.Award(to, isJudge));
    }

    /** The ledger is locked before anything is written, as by everybody who moves money. */
    private Escrow lock(ReadSaying.Said<?> said) {
        acts.check(said.act());
        return escrows.lock(said.community(), said.escrow());
    }

    private Heard heard(
            ReadSaying.Said<?> said, Escrow escrow, Panel panel, SayingStore.Saying saying, Request request) {
        say(said, saying);
        if (!panels.isEnough(said.community(), panel, saying))
            return new Heard(saying.act(), saying.at(), Optional.empty());
        var asked = new TakeStep.Asked(
                said.community(),
                saying.act(),
                saying.act(),
                escrow.id(),
                EscrowDesk.what(request),
                said.act().act().body());
        var taken = takeStep.handle(asked, escrow, request.of(escrow, saying.at()), saying.at());
        // Nothing is written then, not even what was signed, so that the same can be signed when it is possible.
        taken.refused().ifPresent(why -> {
            throw new SaidRefused(new SaidRefusal.EscrowImpossible(escrow.id(), why.reason(), why.detail()));
        });
        return new Heard(saying.act(), saying.at(), Optional.of(taken));
    }

    private void say(ReadSaying.Said<?> said, SayingStore.Saying saying) {
        if (!sayings.insert(said.community(), saying))
            throw SaidRefused.impossible(said.escrow(), new EscrowRefusal.AlreadySaid(said.escrow()));
        outbox.add(new EscrowSayingAddedV1(
                said.community().hex(),
                saying.escrow().hex(),
                EscrowSayingAddedV1.Type.valueOf(saying.type().toUpperCase(Locale.ROOT)),
                saying.actor().hex(),
                saying.part(),
                saying.at()));
    }

    private void checkMember(ReadSaying.Said<?> said, Escrow escrow, Panel panel, Instant at) {
        if (!panels.includes(said.community(), panel, said.actor(), at))
            throw SaidRefused.mayNot(escrow.id(), new EscrowRefusal.NotInRole(escrow.id(), panel.role()));
    }

    private static void check(Escrow escrow, Optional<EscrowRefusal> fault) {
        fault.ifPresent(why -> {
            throw SaidRefused.impossible(escrow.id(), why);
        });
    }

    private static Offering bounty(Escrow escrow) {
        if (escrow.terms() instanceof Terms.Bounty terms) return new Offering(escrow, terms);
        throw other(escrow);
    }

    private static SaidRefused other(Escrow escrow) {
        return SaidRefused.impossible(
                escrow.id(),
                new EscrowRefusal.EscrowKind(escrow.id(), escrow.terms().kind()));
    }

    private static SayingStore.Saying saying(
            ReadSaying.Said<?> said, String type, String part, String memo, Instant at) {
        return new SayingStore.Saying(
                said.escrow(), type, said.actor(), part, said.act().id(), memo, at, 0);
    }
}
