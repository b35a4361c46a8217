// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sessions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Membership;
import org.folkmoot.constitution.Membership.Roll;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sent the request that is being answered, and what they may see. A token is looked at where it matters and
 * nowhere else; whoever is no longer a member reads nothing, however long the token would still hold.
 */
@RequestScoped
public class Reader {
    private static final String BEARER = "Bearer ";

    private final SessionTokens tokens;
    private final MembershipStore membership;
    private final Constitutions constitutions;
    private final HttpHeaders headers;
    // One request asks more than once, and each answer takes a signature or the database.
    private final Map<Hash, Roll> rolls = new HashMap<>();
    private @Nullable Session verified;

    Reader(SessionTokens tokens, MembershipStore membership, Constitutions constitutions, HttpHeaders headers) {
        this.tokens = tokens;
        this.membership = membership;
        this.constitutions = constitutions;
        this.headers = headers;
    }

    /** The session that the request came with, if with any; one that is not good is refused. */
    public Optional<Session> session() {
        if (verified != null) return Optional.of(verified);
        var header = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) return Optional.empty();
        // The scheme's name has no case (RFC 9110).
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            throw new SessionRefused(new SessionRefusal.SessionInvalid("scheme"));
        verified = tokens.read(header.substring(BEARER.length()).strip());
        return Optional.of(verified);
    }

    /** The session of somebody who is a member now; anybody else is refused. */
    public Session member(Hash community, Scope scope) {
        var session = session()
                .orElseThrow(() -> new SessionRefused(new SessionRefusal.SessionRequired(community, scope.word())));
        if (!suffices(session, community, scope)) throw insufficient(community, scope);
        return session;
    }

    /** Refuses whoever is not this member. */
    public void checkOneself(Hash community, Hash member, Scope scope) {
        if (!member(community, scope).member().equals(member)) throw insufficient(community, scope);
    }

    /** Whether the request came from this member. */
    public boolean isOneself(Hash community, Hash member, Scope scope) {
        return session()
                .filter(session -> suffices(session, community, scope))
                .filter(session -> session.member().equals(member))
                .isPresent();
    }

    /** Refuses whoever may not read who the members are, as the constitution in force says. */
    public void checkRoll(Hash community) {
        if (roll(community) == Roll.MEMBERS) member(community, Scope.ROLL);
    }

    /** Whether to show who the members are to whoever asks. */
    public boolean seesRoll(Hash community) {
        return roll(community) != Roll.MEMBERS || holdsRoll(community);
    }

    /** Refuses whoever may not read which keys members have. */
    public void checkKeys(Hash community) {
        if (roll(community) != Roll.PUBLIC) member(community, Scope.ROLL);
    }

    /** Whether to show the members' keys to a caller who may read the roll. */
    public boolean seesKeys(Hash community) {
        return roll(community) == Roll.PUBLIC || holdsRoll(community);
    }

    private boolean holdsRoll(Hash community) {
        return session()
                .filter(session -> suffices(session, community, Scope.ROLL))
                .isPresent();
    }

    private boolean suffices(Session session, Hash community, Scope scope) {
        return session.community().equals(community)
                && session.scopes().contains(scope)
                && membership.member(community, session.member()).isPresent();
    }

    /** A community that is not known has nobody to hide; whoever asks is told so elsewhere. */
    private Roll roll(Hash community) {
        return rolls.computeIfAbsent(
                community,
                _ -> constitutions
                        .inForce(community)
                        .map(Constitution::membership)
                        .map(Membership::roll)
                        .orElse(Roll.PUBLIC));
    }

    private static SessionRefused insufficient(Hash community, Scope scope) {
        return new SessionRefused(new SessionRefusal.SessionInsufficient(community, scope.word()));
    }
}
