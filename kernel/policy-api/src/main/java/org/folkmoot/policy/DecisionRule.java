// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.util.Optional;
import java.util.Set;

/** A condition that a proposal has to meet, such as a quorum or a majority. All rules of a policy must pass. */
public interface DecisionRule<S extends Record> extends Plugin<S> {
    /** Judges the facts and shows the working. Facts that it cannot judge fail, and the trace says why. */
    Verdict judge(Facts facts, S settings);

    /** Whether the rule is met: the same verdict without its working, for those who ask again and again. */
    default boolean isMet(Facts facts, S settings) {
        return judge(facts, settings).passed();
    }

    /**
     * Whether the extremes tell all: if the rule judges alike however the missing power is given to a single count, or
     * to none, then it judges so for every way to divide it. A decision before the deadline needs this.
     *
     * @param counts the names of what ballots are counted to; whatever else the rule names was frozen with the roll
     */
    default boolean settledByExtremes(S settings, Set<String> counts) {
        return false;
    }

    /** What the rule compares, if it is a comparison: then checks can work out whether any ballots meet it. */
    default Optional<Comparison> comparison(S settings) {
        return Optional.empty();
    }

    /**
     * How the support that the rule asks for grows, if it asks for support that lasts: then the poll works it out from tick to
     * tick, and the facts have the rate {@link Facts#CONVICTION}. A chamber has one such rule at most.
     */
    default Optional<Growth> growth(S settings) {
        return Optional.empty();
    }
}
