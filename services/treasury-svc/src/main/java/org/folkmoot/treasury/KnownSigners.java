// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * Members whose keys were found valid. That holds until anything changes who may sign in their community: whoever relies on it lets
 * the database compare the name of that state.
 */
@ApplicationScoped
class KnownSigners {
    private final Cache<Place, UUID> found;
    private final Map<Hash, UUID> last = new ConcurrentHashMap<>();

    KnownSigners(@ConfigProperty(name = "folkmoot.treasury.known-accounts") int most) {
        found = Caffeine.newBuilder()
                .maximumSize(most)
                .executor(Runnable::run) // what it has to do takes less than to have another thread do it
                .build();
    }

    private record Place(Hash community, Hash member, PublicKey key) {
        static Place of(SignedOrders signed) {
            return new Place(signed.community(), signed.actor(), signed.key());
        }
    }

    /** The name of the state in which all of these were found valid, if it is the last one that was seen. */
    Optional<UUID> all(Hash community, List<SignedOrders> signed) {
        return Optional.ofNullable(last.get(community))
                .filter(state -> signed.stream().allMatch(one -> state.equals(found.getIfPresent(Place.of(one)))));
    }

    /** Remembers that all of these were found valid in the state of that name. */
    void keep(Hash community, List<SignedOrders> signed, UUID state) {
        last.put(community, state);
        for (var one : signed) found.put(Place.of(one), state);
    }

    void forget(Hash community) {
        last.remove(community);
    }
}
