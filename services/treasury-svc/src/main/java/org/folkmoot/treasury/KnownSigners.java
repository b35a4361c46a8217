// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * Members whose keys were found valid. That holds until anything changes who may sign in their community: whoever relies on it lets
 * the database compare the transaction that did so last.
 */
@ApplicationScoped
class KnownSigners {
    private final Cache<Place, Long> found;
    private final Map<Hash, Long> last = new ConcurrentHashMap<>();

    KnownSigners(@ConfigProperty(name = "folkmoot.treasury.known-accounts") int most) {
        found = Caffeine.newBuilder().maximumSize(most).build();
    }

    private record Place(Hash community, Hash member, PublicKey key) {
        static Place of(SignedOrders signed) {
            return new Place(signed.community(), signed.actor(), signed.key());
        }
    }

    /** The transaction that changed last who may sign, if all of these were found valid after it. */
    Optional<Long> all(Hash community, List<SignedOrders> signed) {
        return Optional.ofNullable(last.get(community))
                .filter(changedIn ->
                        signed.stream().allMatch(one -> changedIn.equals(found.getIfPresent(Place.of(one)))));
    }

    /** Remembers that all of these were found valid, after what that transaction changed. */
    void keep(Hash community, List<SignedOrders> signed, long changedIn) {
        last.put(community, changedIn);
        for (var one : signed) found.put(Place.of(one), changedIn);
    }

    void forget(Hash community) {
        last.remove(community);
    }
}
