// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.DrawPlan;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.platform.membership.Voters;
import org.folkmoot.platform.membership.Voters.Past;
import org.folkmoot.record.Hash;
import org.folkmoot.sortition.Person;
import org.folkmoot.voting.domain.drawing.CannotDraw;
import org.folkmoot.voting.domain.drawing.Strata;
import org.jspecify.annotations.Nullable;

/** Finds who can be drawn and who makes the seed, as of the moment at which a draw was asked for. */
@ApplicationScoped
class FreezePool {
    private static final int MOST_PEOPLE = 50_000;

    /** Who can be drawn, and as of which place in the journal their balances count. */
    record Pool(List<Person> people, Optional<Long> place) {}

    private final Voters voters;
    private final RoleStore offices;
    private final Plugins plugins;

    FreezePool(Voters voters, RoleStore offices, Plugins plugins) {
        this.voters = voters;
        this.offices = offices;
        this.plugins = plugins;
    }

    /** Finds who can be drawn, or throws {@link CannotDraw}. */
    Pool pool(DrawPlan plan, Constitution constitution, Asked asked) {
        var strata = strata(plan, constitution, asked.at());
        var assets = strata.assets();
        var place = assets.isEmpty() ? Optional.<Long>empty() : Optional.of(asked.place());
        var people = new ArrayList<Person>();
        // Kept for later: thrown in the midst of reading, it would end the transaction.
        var failed = new AtomicReference<@Nullable CannotDraw>();
        voters.each(new Past(asked.order().community(), asked.position(), asked.at(), place, assets), (_, voter) -> {
            if (failed.get() != null) return;
            try {
                strata.person(voter).ifPresent(people::add);
                if (people.size() > MOST_PEOPLE)
                    throw new CannotDraw(
                            "pool-too-large",
                            "More than " + MOST_PEOPLE + " people are of '"
                                    + plan.from().name() + "'.");
            } catch (ExpressionFailed e) {
                failed.set(new CannotDraw("pool-unknown", "Who can be drawn is not known. " + e.getMessage()));
            } catch (CannotDraw e) {
                failed.set(e);
            }
        });
        var failure = failed.get();
        if (failure != null) throw failure;
        return new Pool(people, place);
    }

    private Strata strata(DrawPlan plan, Constitution constitution, Instant now) {
        try {
            return Strata.of(plan, constitution, now, plugins);
        } catch (ConstitutionRefused e) {
            throw new CannotDraw("pool-unknown", "A rule of a body cannot be used here: " + e.getMessage());
        }
    }

    /** Finds who makes the seed, without those who withheld a value before, or throws {@link CannotDraw} if they are too few, or too many. */
    List<Hash> committers(DrawPlan plan, Asked asked, Set<Hash> withheld) {
        var role = plan.seed().role().name();
        var holders = offices.holders(asked.order().community(), asked.position(), asked.at()).entrySet().stream()
                .filter(holder -> holder.getValue().contains(role))
                .map(Map.Entry::getKey)
                .filter(holder -> !withheld.contains(holder))
                .sorted()
                .toList();
        if (holders.size() < plan.seed().least())
            throw new CannotDraw(
                    "too-few-committers",
                    holders.size() + " are " + role + "; at least "
                            + plan.seed().least() + " make the seed.");
        if (holders.size() > DrawPlan.MOST_SEEDING)
            throw new CannotDraw(
                    "too-many-committers",
                    holders.size() + " are " + role + "; at most " + DrawPlan.MOST_SEEDING + " make a seed.");
        return holders;
    }
}
