// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Pins;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/** Finds the rules of polls; constitutions never change, so the ones in use are read once. */
@ApplicationScoped
public class Rulebook {
    private static final int MOST = 64;

    private final MembershipStore membership;
    private final Plugins plugins;

    private final Map<Hash, Constitution> read = new LinkedHashMap<>(MOST, 1, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, Constitution> eldest) {
            return size() > MOST;
        }
    };

    Rulebook(MembershipStore membership, Plugins plugins) {
        this.membership = membership;
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
        synchronized (read) {
            var known = read.get(hash);
            if (known != null) return known;
        }
        var text = membership
                .constitution(definition.community(), hash)
                .orElseThrow(() -> new IllegalStateException("the constitution " + hash + " has not arrived"));
        try {
            var constitution = Constitution.read(text.getBytes(UTF_8));
            synchronized (read) {
                read.put(hash, constitution);
            }
            return constitution;
        } catch (ConstitutionRefused e) {
            throw new PollRules.Unfit("The constitution cannot be read: " + e.getMessage());
        }
    }
}
