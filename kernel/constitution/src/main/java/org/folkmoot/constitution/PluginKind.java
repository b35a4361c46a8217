// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Optional;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Plugin;
import org.folkmoot.policy.VotingMethod;
import org.folkmoot.policy.VotingPower;

/** What a plugin is for; within a kind, an id names one plugin. */
public enum PluginKind {
    METHOD("voting method", VotingMethod.class),
    POWER("voting power", VotingPower.class),
    RULE("rule", DecisionRule.class),
    ADMISSION("admission model", AdmissionRule.class);

    private final String title;

    @SuppressWarnings("rawtypes") // a class literal has no parameters
    private final Class<? extends Plugin> type;

    @SuppressWarnings("rawtypes")
    PluginKind(String title, Class<? extends Plugin> type) {
        this.title = title;
        this.type = type;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** The word for it in documents: {@code rule}. */
    public String word() {
        return Words.word(this);
    }

    /** The interface that its plugins implement. */
    @SuppressWarnings("rawtypes")
    public Class<? extends Plugin> type() {
        return type;
    }

    /** The kind of a word. */
    static Optional<PluginKind> of(String word) {
        return Words.constant(PluginKind.class, word);
    }
}
