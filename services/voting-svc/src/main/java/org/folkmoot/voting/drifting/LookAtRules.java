// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drifting;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.ElectorateRule;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.check.Drift;
import org.folkmoot.constitution.check.Rolls;
import org.folkmoot.constitution.reach.Roll;
import org.folkmoot.contracts.RuleDriftedV1;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.policy.Fraction;
import org.folkmoot.voting.RollStore;
import org.folkmoot.voting.domain.Moment;
import org.folkmoot.voting.drifting.DriftStore.Known;
import org.folkmoot.voting.drifting.DriftStore.Look;
import org.jboss.logging.Logger;

/** Looks whether the members of today can still meet every rule of their constitution, and tells what has changed. */
@ApplicationScoped
class LookAtRules {
    private static final Logger LOG = Logger.getLogger(LookAtRules.class);
    /** A rule is near when it could not be met with a tenth less of a roll. */
    private static final Fraction ROOM = Fraction.of(1, 10);

    private static final int SECONDS = 600;

    private final DriftStore drifts;
    private final RollStore rolls;
    private final Constitutions constitutions;
    private final Plugins plugins;
    private final Outbox outbox;
    private final Clock clock;

    LookAtRules(
            DriftStore drifts,
            RollStore rolls,
            Constitutions constitutions,
            Plugins plugins,
            Outbox outbox,
            Clock clock) {
        this.drifts = drifts;
        this.rolls = rolls;
        this.constitutions = constitutions;
        this.plugins = plugins;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Looks at one community in which something changed; false if there is none, or if another replica looks. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    boolean handle() {
        if (!drifts.isAlone()) return false;
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var next = drifts.next(now);
        next.ifPresent(look -> look(look, now));
        return next.isPresent();
    }

    private void look(Look look, Instant now) {
        var constitution =
                constitutions.known(look.community(), look.constitution()).orElseThrow();
        var bodies = new HashMap<String, Roll>();
        var balances = constitution.bodies().values().stream()
                .map(body -> count(look, constitution, body, now, bodies))
                .reduce(false, Boolean::logicalOr);
        tell(look, found(look, constitution, bodies), now);
        drifts.looked(look, balances, now);
    }

    /** Counts a body, if it can be counted; true if it asks for balances. */
    private boolean count(Look look, Constitution constitution, Body body, Instant now, Map<String, Roll> bodies) {
        try {
            var electorate = ElectorateRule.of(body, constitution.membership().coolDown(), now, plugins);
            var needs = !electorate.assets().isEmpty();
            var place = Optional.of(look.place()).filter(_ -> needs);
            var moment = new Moment(look.community(), electorate, now, look.position(), place);
            bodies.put(body.name(), Roll.of(rolls.powers(moment)));
            return needs;
        } catch (ConstitutionRefused e) {
            LOG.debugf("The body %s of %s cannot be counted: %s", body.name(), look.community(), e.getMessage());
            return false;
        }
    }

    private List<Drift> found(Look look, Constitution constitution, Map<String, Roll> bodies) {
        try {
            return Drift.of(constitution, plugins, new Rolls(bodies, Map.of()), ROOM);
        } catch (ConstitutionRefused e) {
            LOG.warnf("The rules of %s cannot be looked at: %s", look.community(), e.getMessage());
            return List.of();
        }
    }

    private void tell(Look look, List<Drift> found, Instant now) {
        var known = drifts.of(look.community()).stream()
                .collect(Collectors.toMap(kept -> kept.drift().path(), Function.identity()));
        for (var drift : found) {
            var before = Optional.ofNullable(known.remove(drift.path()));
            var changed =
                    before.map(kept -> kept.drift().state() != drift.state()).orElse(true);
            var since = before.filter(_ -> !changed).map(Known::since).orElse(now);
            drifts.keep(look.community(), drift, since);
            if (changed) outbox.add(event(look, drift, state(drift.state()), drift.words(), now));
        }
        for (var over : known.values()) {
            drifts.forget(look.community(), over.drift().path());
            var words = "It can be met again, with room.";
            outbox.add(event(look, over.drift(), RuleDriftedV1.State.REACHABLE, words, now));
        }
    }

    private static RuleDriftedV1 event(Look look, Drift drift, RuleDriftedV1.State state, String reason, Instant now) {
        return new RuleDriftedV1(
                look.community().hex(), look.constitution().hex(), drift.policy(), drift.path(), state, reason, now);
    }

    private static RuleDriftedV1.State state(Drift.State state) {
        return switch (state) {
            case NEAR -> RuleDriftedV1.State.NEAR;
            case UNREACHABLE -> RuleDriftedV1.State.UNREACHABLE;
        };
    }
}
