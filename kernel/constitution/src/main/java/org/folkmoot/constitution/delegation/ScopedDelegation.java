// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** A delegation for a scope such as one proposal, one area or everything. */
public record ScopedDelegation(String scope, Delegation delegation) {
    /**
     * Of each principal the delegation whose scope comes first, of those that the poll is in.
     *
     * @param scopes the scopes that the poll is in, the narrowest first; others do not concern it
     */
    public static List<Delegation> narrowest(Collection<ScopedDelegation> all, List<String> scopes) {
        var found = new LinkedHashMap<String, Delegation>();
        all.stream()
                .filter(one -> scopes.contains(one.scope()))
                .sorted(Comparator.comparingInt(one -> scopes.indexOf(one.scope())))
                .forEach(one -> found.putIfAbsent(one.delegation().from(), one.delegation()));
        return new ArrayList<>(found.values());
    }
}
