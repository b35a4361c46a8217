// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Plugins;

/** Who may judge a poll: the policies of a constitution, each bound once, or a single one for every poll. */
public final class Judges {
    private final Map<String, Judge> named;
    private final Optional<Judge> only;

    private Judges(Map<String, Judge> named, Optional<Judge> only) {
        this.named = named;
        this.only = only;
    }

    /** The policies of a constitution: a poll names the one that judges it, unless there is but one. */
    public static Judges of(Constitution constitution, Plugins plugins) {
        var named = new LinkedHashMap<String, Judge>();
        for (var policy : constitution.policies()) {
            named.put(policy.name(), Judge.of(policy, plugins));
        }
        var only = Optional.of(named)
                .filter(all -> all.size() == 1)
                .map(all -> all.values().iterator().next());
        return new Judges(named, only);
    }

    /** One judge for every poll, whatever policy a poll names. */
    public static Judges only(Judge judge) {
        return new Judges(Map.of(), Optional.of(judge));
    }

    /** The judge of a poll that names a policy, or none. */
    public Optional<Judge> find(Optional<String> policy) {
        return named.isEmpty() || policy.isEmpty() ? only : policy.map(named::get);
    }

    /** The names of the policies that can be asked for. */
    public List<String> names() {
        return List.copyOf(named.keySet());
    }
}
