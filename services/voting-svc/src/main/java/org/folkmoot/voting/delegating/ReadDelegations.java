// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.delegating;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Delegating;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.sessions.Scope;
import org.folkmoot.platform.sessions.Session;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.DelegationStore;
import org.folkmoot.voting.DelegationStore.Asked;

/** Reads the delegations that hold now, as far as they are the reader's business. */
@ApplicationScoped
class ReadDelegations {
    private final DelegationStore delegations;
    private final Constitutions constitutions;
    private final Reader reader;
    private final Clock clock;

    ReadDelegations(DelegationStore delegations, Constitutions constitutions, Reader reader, Clock clock) {
        this.delegations = delegations;
        this.constitutions = constitutions;
        this.reader = reader;
        this.clock = clock;
    }

    Page<DelegationView> handle(Hash community, Optional<Hash> principal, Optional<Hash> delegate, Paging paging) {
        reader.checkRoll(community);
        var made = delegations.page(
                community,
                new Asked(principal, delegate, open(community), self(community)),
                clock.instant(),
                paging.afterNumber(0),
                paging.rows());
        return Page.of(made, paging.limit(), one -> Long.toString(one.number()), DelegationView::of);
    }

    /** The member who reads, if that is known. */
    Optional<Hash> self(Hash community) {
        return reader.session()
                .filter(session -> reader.isOneself(community, session.member(), Scope.PERSONAL))
                .map(Session::member);
    }

    /** The bodies in which everybody may know. A body that is gone hides what was hidden, and what was not. */
    Set<String> open(Hash community) {
        return constitutions.inForce(community).stream()
                .flatMap(rules -> rules.bodies().values().stream())
                .filter(body -> body.delegation().stream().anyMatch(Delegating::isPublic))
                .map(Body::name)
                .collect(Collectors.toSet());
    }
}
