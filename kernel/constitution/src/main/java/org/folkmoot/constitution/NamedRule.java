// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policy.Threshold;

/**
 * A rule and the name that a trace gives it.
 *
 * @param name the name: {@code quorum}, {@code approval}, {@code veto}, or the plugin's id
 * @param rule the rule
 * @param blocks whether the proposal fails where the rule is met, as with a veto, rather than where it is not
 */
public record NamedRule(String name, PluginCall rule, boolean blocks) {
    /** A rule that must be met. */
    public static NamedRule required(String name, PluginCall rule) {
        return new NamedRule(name, rule, false);
    }

    /** A rule that must not be met. */
    public static NamedRule blocking(String name, PluginCall rule) {
        return new NamedRule(name, rule, true);
    }

    /** The share that the rule asks for; nothing if it does not say {@code atLeast} or {@code moreThan}. */
    public Optional<Threshold> threshold() {
        return Stream.of("atLeast", "moreThan")
                .flatMap(key -> Optional.ofNullable(rule.settings().get(key))
                        .map(said -> new Value(said, Pointer.child(rule.path(), key), new Complaints(_ -> Spot.START)))
                        .stream())
                .findFirst()
                .map(ThresholdReader::read);
    }
}
