// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Optional;

/**
 * One body's part in a decision: it votes in a poll of its own, by its own rules.
 *
 * @param name its name within the stage
 * @param body the body that votes
 * @param stance whether its yes lets the proposal pass or stops it
 * @param ballot the voting method
 * @param revote which of a voter's ballots counts
 * @param rules what must hold for its yes, in their order
 * @param secrecy who can read its ballots
 * @param officers the role of those who may enter ballots that were cast on paper, two of them together, if anybody may
 * @param reasons the choices that nobody casts without saying why
 */
public record Chamber(
        String name,
        String body,
        Stance stance,
        PluginCall ballot,
        Revote revote,
        List<NamedRule> rules,
        Secrecy secrecy,
        Optional<String> officers,
        List<String> reasons) {
    /** What a chamber's yes does to the proposal. */
    public enum Stance {
        APPROVES,
        VETOES
    }

    public Chamber {
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
    }

    /** A chamber whose ballots everybody can read. */
    public Chamber(String name, String body, Stance stance, PluginCall ballot, Revote revote, List<NamedRule> rules) {
        this(name, body, stance, ballot, revote, rules, Secrecy.PUBLIC, Optional.empty(), List.of());
    }

    /** Whether nobody reads its ballots before the close. */
    public boolean sealed() {
        return secrecy == Secrecy.SEALED;
    }

    /** The first rule of that name. */
    public Optional<PluginCall> rule(String rule) {
        return rules.stream()
                .filter(named -> named.name().equals(rule))
                .findFirst()
                .map(NamedRule::rule);
    }
}
