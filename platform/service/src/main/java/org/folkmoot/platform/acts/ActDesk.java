// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.contracts.Signed;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.BadSignature;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.PasskeyRefused;
import org.folkmoot.record.PasskeyRules;
import org.folkmoot.record.SignedAct;
import org.folkmoot.record.UnsupportedSuite;
import org.folkmoot.record.Verifier;

/**
 * Lets an act through or refuses it with the first reason, in one order everywhere: size, envelope, payload, type,
 * community, subject, time, signature, then membership, key, and that it is new.
 *
 * <p>An act is idempotent by its hash: a second copy of an accepted one is refused as {@link ActRefusal.ActDuplicate},
 * which tells a caller whose answer was lost that the act was done and what it is called. That is all a retry needs, so
 * no endpoint that takes acts has an {@code Idempotency-Key}.
 */
@ApplicationScoped
public class ActDesk {
    /** The longest time ahead until which an act may hold. */
    public static final Duration HORIZON = Duration.ofDays(31);

    private final Verifier verifier;
    private final MembershipStore membership;
    private final KeyStore keys;
    private final Constitutions constitutions;
    private final ActStore acts;
    private final Clock clock;

    ActDesk(
            Verifier verifier,
            MembershipStore membership,
            KeyStore keys,
            Constitutions constitutions,
            ActStore acts,
            Clock clock) {
        this.verifier = verifier;
        this.membership = membership;
        this.keys = keys;
        this.constitutions = constitutions;
        this.acts = acts;
        this.clock = clock;
    }

    /** Checks everything that needs no database; it never blocks, so the event loop may call it. */
    public SignedAct open(byte[] envelope, Expected expected) {
        try {
            return Acts.open(Envelope.read(envelope), act -> checkPlace(act, expected), verifier);
        } catch (Malformed e) {
            throw new ActRefused(
                    e.reason() == Malformed.Reason.SIZE && envelope.length > Envelope.MAX_BYTES
                            ? new ActRefusal.PayloadTooLarge(Envelope.MAX_BYTES)
                            : ActProblems.of(e));
        } catch (UnsupportedSuite _) {
            throw new ActRefused(new ActRefusal.SuiteUnsupported());
        } catch (PasskeyRefused e) {
            throw new ActRefused(new ActRefusal.PasskeyRefused(e.field()));
        } catch (BadSignature _) {
            throw new ActRefused(new ActRefusal.SignatureInvalid());
        }
    }

    /** Checks an act of a member completely and writes it down in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public Accepted accept(byte[] envelope, Expected expected) {
        return accept(open(envelope, expected));
    }

    /** Checks what needs the database about an opened act of a member, and writes it down in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public Accepted accept(SignedAct opened) {
        var member = checkMember(opened.act());
        return new Accepted(opened.id(), opened.act(), signed(opened.envelope()), member, record(opened));
    }

    /**
     * Checks what needs the database about an opened act of a member and writes nothing down: for acts that ask for
     * something and change nothing, which whoever takes them guards against replay.
     */
    @Transactional(TxType.SUPPORTS)
    public KnownMember check(SignedAct opened) {
        var member = checkMember(opened.act());
        checkPasskey(opened.envelope(), opened.act().community());
        return member;
    }

    /**
     * Writes an opened act down in the caller's transaction, or refuses it as done before. Only for acts whose author
     * need not be a member, such as a founding; everything else goes through {@link #accept(SignedAct)}.
     */
    @Transactional(TxType.MANDATORY)
    public Instant record(SignedAct opened) {
        var community = opened.act().community();
        // A founding brings its own rules, by which whoever founds is judged there.
        if (!community.equals(Hash.ZERO)) checkPasskey(opened.envelope(), community);
        var now = clock.instant();
        acts.insert(opened, now);
        return now;
    }

    /** The envelope as events carry it. */
    public static Signed signed(Envelope envelope) {
        var base64 = Base64.getEncoder();
        return new Signed(
                base64.encodeToString(envelope.payload()),
                envelope.suite(),
                base64.encodeToString(envelope.signature()));
    }

    private void checkPlace(Act act, Expected expected) {
        if (!act.type().equals(expected.type()))
            throw new ActRefused(new ActRefusal.ActTypeUnexpected(expected.type(), act.type()));
        if (!act.community().equals(expected.community()))
            throw new ActRefused(new ActRefusal.CommunityMismatch(expected.community(), act.community()));
        if (!act.subject().equals(expected.subject()))
            throw new ActRefused(new ActRefusal.SubjectUnknown(expected.subject(), act.subject()));
        checkTime(act.notAfter(), clock.instant());
    }

    private static void checkTime(long notAfter, Instant now) {
        // In seconds first: an absurd notAfter has no Instant.
        var latest = now.plus(HORIZON);
        if (notAfter > latest.getEpochSecond())
            throw new ActRefused(new ActRefusal.ActHorizon(
                    Instant.ofEpochSecond(Math.min(notAfter, Instant.MAX.getEpochSecond())), latest));
        if (now.isAfter(Instant.ofEpochSecond(notAfter)))
            throw new ActRefused(new ActRefusal.ActExpired(Instant.ofEpochSecond(notAfter), now));
    }

    /** Refuses a passkey's answer that the constitution in force in a community does not accept. */
    public void checkPasskey(Envelope envelope, Hash community) {
        if (envelope.isByPasskey())
            checkPasskey(
                    envelope,
                    constitutions.inForce(community).map(Constitution::passkeys).orElse(PasskeyRules.NONE));
    }

    /** Refuses a passkey's answer that is not as these rules ask. */
    public static void checkPasskey(Envelope envelope, PasskeyRules rules) {
        try {
            envelope.check(rules);
        } catch (PasskeyRefused e) {
            throw new ActRefused(new ActRefusal.PasskeyRefused(e.field()));
        }
    }

    /** Whether an opened act is by somebody who is known as a member now, with a key that is known as theirs. */
    @Transactional(TxType.SUPPORTS)
    public boolean isByMember(SignedAct opened) {
        var act = opened.act();
        return membership
                .member(act.community(), act.actor())
                .filter(member -> keys.isValid(act.community(), member, act.key()))
                .isPresent();
    }

    private KnownMember checkMember(Act act) {
        if (membership.position(act.community()) == 0)
            throw new ActRefused(new ActRefusal.CommunityUnknown(act.community()));
        var member = membership
                .member(act.community(), act.actor())
                .orElseThrow(() -> new ActRefused(new ActRefusal.NotAMember(act.community(), act.actor())));
        if (!keys.isValid(act.community(), member, act.key()))
            throw new ActRefused(
                    new ActRefusal.KeyNotValid(act.actor(), act.key().did()));
        return member;
    }
}
