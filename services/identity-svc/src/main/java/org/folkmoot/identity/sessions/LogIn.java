// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.sessions.Scope;
import org.folkmoot.platform.sessions.Session;
import org.folkmoot.platform.sessions.SessionTokens;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;

/**
 * Lets members read with a login at a provider instead of a key. The member's key says once which login is theirs; the
 * login then opens sessions that read the roll, and never signs or reads personal data.
 */
@ApplicationScoped
class LogIn {
    static final String LINK = "login.link/1";
    static final String UNLINK = "login.unlink/1";

    private final ActDesk desk;
    private final LoginTokens tokens;
    private final LoginStore logins;
    private final Challenges challenges;
    private final SignTokens signTokens;
    private final MembershipStore membership;
    private final Clock clock;

    LogIn(
            ActDesk desk,
            LoginTokens tokens,
            LoginStore logins,
            Challenges challenges,
            SignTokens signTokens,
            MembershipStore membership,
            Clock clock) {
        this.desk = desk;
        this.tokens = tokens;
        this.logins = logins;
        this.challenges = challenges;
        this.signTokens = signTokens;
        this.membership = membership;
        this.clock = clock;
    }

    /** The act commits to the token and does not carry it: acts are kept, and a token tells who somebody is elsewhere. */
    @Transactional
    Accepted link(SignedAct opened, String idToken) {
        var act = opened.act();
        var committed = Fields.exactly(act.body(), Set.of("login")).hash("login");
        var found = Hash.of(idToken.getBytes(UTF_8));
        if (!committed.equals(found)) throw new Refused(new Refusal.CommitmentMismatch(committed, found));
        var login = tokens.read(idToken);
        // Whoever ends a membership erases what is held: nothing may come after that.
        membership.lock(act.community());
        var accepted = desk.accept(opened);
        challenges.use(act.community(), login.nonce(), accepted.at());
        if (!logins.link(act.community(), login, act.actor(), accepted.at()))
            throw new Refused(new Refusal.LoginTaken());
        return accepted;
    }

    @Transactional
    Accepted unlink(SignedAct opened) {
        var act = opened.act();
        Fields.exactly(act.body(), Set.of());
        var accepted = desk.accept(opened);
        if (logins.unlink(act.community(), act.actor()) == 0) throw new Refused(new Refusal.LoginUnknown());
        return accepted;
    }

    @Transactional
    OpenSession.Opened open(Hash community, String idToken) {
        var login = tokens.read(idToken);
        var now = clock.instant();
        challenges.use(community, login.nonce(), now);
        var member = logins.member(community, login)
                .filter(known -> membership.member(community, known).isPresent())
                .orElseThrow(() -> new Refused(new Refusal.LoginUnknown()));
        var until = Instant.ofEpochSecond(now.plus(OpenSession.LASTS).getEpochSecond());
        var session = new Session(community, member, Set.of(Scope.ROLL), until);
        return new OpenSession.Opened(session, signTokens.sign(session, SessionTokens.EVERYWHERE, now));
    }
}
