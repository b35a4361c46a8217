// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.PollRules;

/** Finds the rules of polls; constitutions never change, so the ones in use are read once. */
@ApplicationScoped
public class Rulebook {
    private static final int MOST = 64;

    private final MembershipStore membership;
    private final Plugins plugins = Plugins.installed();

    private final Map<Hash, Constitution> read = new LinkedHashMap<>(MOST, 1, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, Constitution> eldest) {
            return size() > MOST;
        }
    };

    Rulebook(MembershipStore membership) {
        this.membership = membership;
    }

    /** The rules of a poll, or {@link PollRules.Unfit}. The poll's constitution must have arrived. */
    public PollRules of(PollDefinition definition) {
        return PollRules.of(definition, constitution(definition), plugins);
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
