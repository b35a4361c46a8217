// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.folkmoot.record.Hash;

/**
 * Which delegation of each member counts in one poll, while members delegate and delegations end by themselves. It is told
 * of everything in the order in which it happens, and says at every moment what the table of delegations says as of it.
 */
public final class CountingDelegations {
    private record Place(Hash principal, Scope scope) {}

    private record End(Instant at, Place place, long number) {}

    private final List<Scope> scopes;
    private final Map<Scope, Instant> fixed;
    private final Map<Place, Made> latest = new HashMap<>();
    private final PriorityQueue<End> ends =
            new PriorityQueue<>(Comparator.comparing(End::at).thenComparing(End::number));

    /**
     * Begins with nothing.
     *
     * @param scopes the scopes that the poll is in, the narrowest first
     * @param fixed of scopes that count as of one moment, that moment
     */
    public CountingDelegations(List<Scope> scopes, Map<Scope, Instant> fixed) {
        this.scopes = List.copyOf(scopes);
        this.fixed = Map.copyOf(fixed);
    }

    /** Takes what a member said; false if it does not concern this poll. */
    public boolean take(Said said) {
        var made = said.made();
        var asOf = Optional.ofNullable(fixed.get(made.scope()));
        if (!scopes.contains(made.scope())
                || asOf.filter(at -> !made.since().isBefore(at)).isPresent()) return false;
        var place = new Place(made.principal(), made.scope());
        if (said.ends() || asOf.filter(at -> isOver(made, at)).isPresent()) latest.remove(place);
        else {
            latest.put(place, made);
            if (asOf.isEmpty()) made.until().ifPresent(until -> ends.add(new End(until, place, made.number())));
        }
        return true;
    }

    private static boolean isOver(Made made, Instant at) {
        return made.until().filter(at::isAfter).isPresent();
    }

    /** The next moment after which something does not hold any more; it still does at that moment. */
    public Optional<Instant> nextEnd() {
        while (!ends.isEmpty() && !isLatest(ends.peek())) ends.remove();
        return Optional.ofNullable(ends.peek()).map(End::at);
    }

    private boolean isLatest(End end) {
        return Optional.ofNullable(latest.get(end.place))
                .filter(made -> made.number() == end.number)
                .isPresent();
    }

    /** Ends what held until that moment or before, and says whose it was. */
    public Set<Hash> end(Instant at) {
        var whose = new LinkedHashSet<Hash>();
        while (nextEnd().filter(next -> !next.isAfter(at)).isPresent()) {
            var end = ends.remove();
            latest.remove(end.place);
            whose.add(end.place.principal);
        }
        return whose;
    }

    /** What counts of a member: the narrowest. */
    public Optional<Made> of(Hash principal) {
        return scopes.stream()
                .flatMap(scope -> Optional.ofNullable(latest.get(new Place(principal, scope))).stream())
                .findFirst();
    }
}
