// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.voting.domain.Pins;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/** Finds the rules of polls. */
@ApplicationScoped
public class Rulebook {
    private final Constitutions constitutions;
    private final Plugins plugins;

    Rulebook(Constitutions constitutions, Plugins plugins) {
        this.constitutions = constitutions;
        this.plugins = plugins;
    }

    /**
     * The rules of a poll, or {@link PollRules.Unfit}. The poll's constitution must have arrived; if a plugin that it is
     * pinned to has not, that is a refusal.
     */
    public PollRules of(PollDefinition definition) {
        missing(definition).ifPresent(reason -> {
            throw new Refused(new Refusal.PluginMissing(definition.id(), reason));
        });
        return PollRules.of(definition, constitution(definition), plugins);
    }

    /** What is missing of the plugins that a poll is pinned to, and what to do about it. */
    public Optional<String> missing(PollDefinition definition) {
        return Pins.missing(definition.plugins(), plugins);
    }

    /** The plugins that judge. */
    public Plugins plugins() {
        return plugins;
    }

    private Constitution constitution(PollDefinition definition) {
        var hash = definition.constitution();
        try {
            return constitutions
                    .known(definition.community(), hash)
                    .orElseThrow(() -> new IllegalStateException("the constitution " + hash + " has not arrived"));
        } catch (ConstitutionRefused e) {
            throw new PollRules.Unfit("The constitution cannot be read: " + e.getMessage());
        }
    }
}
