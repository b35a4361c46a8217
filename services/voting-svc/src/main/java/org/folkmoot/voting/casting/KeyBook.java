// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Act;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.jboss.logging.Logger;

/**
 * Which keys sign now for members whose keys changed since they joined. A roll is frozen, keys are not: a stolen key must
 * stop voting in the middle of a poll, and its owner must be able to go on. All other members are not here, and cost
 * nothing.
 */
@ApplicationScoped
class KeyBook {
    private static final Page NOTHING = new Page(0, Map.of(), Set.of());

    private static final Logger LOG = Logger.getLogger(KeyBook.class);

    private final Database database;
    private final Outage outage = new Outage(LOG, "The look at changed keys");
    private final Sql sql;
    private final Map<Hash, Page> pages = new ConcurrentHashMap<>();

    KeyBook(Database database, DataSource source) {
        this.database = database;
        this.sql = new Sql(source);
    }

    /**
     * Whether the act's key signs for its actor now.
     *
     * @param first whether it is the key that the actor joined with
     */
    boolean isValid(Act act, boolean first) {
        var page = pages.getOrDefault(act.community(), NOTHING);
        if (first) return !page.revoked.contains(act.key());
        return act.actor().equals(page.added.get(act.key()));
    }

    /** Looks after a community's keys from now on. */
    void follow(Hash community) {
        pages.putIfAbsent(community, NOTHING);
        refresh(community);
    }

    /** Another replica may have applied the change, so the tables are asked and not the events. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        if (database.ready()) outage.guard(() -> pages.keySet().forEach(this::refresh));
    }

    private synchronized void refresh(Hash community) {
        var page = pages.getOrDefault(community, NOTHING);
        long position = sql.first(
                        "select position from known_community where community = ?",
                        row -> row.getLong(1),
                        community.bytes())
                .orElse(0L);
        if (position == page.position) return;
        var added = new HashMap<>(page.added);
        var revoked = new HashSet<>(page.revoked);
        var changes = sql.all(
                """
                select key, member, valid_to is null from known_key
                where community = ? and (valid_from > ? or valid_to > ?) and valid_from <= ?""",
                row -> new Change(new PublicKey(row.getBytes(1)), new Hash(row.getBytes(2)), row.getBoolean(3)),
                community.bytes(),
                page.position,
                page.position,
                position);
        for (var change : changes) {
            if (change.valid) added.put(change.key, change.member);
            else {
                added.remove(change.key);
                revoked.add(change.key);
            }
        }
        pages.put(community, new Page(position, added, revoked));
    }

    private record Page(long position, Map<PublicKey, Hash> added, Set<PublicKey> revoked) {}

    private record Change(PublicKey key, Hash member, boolean valid) {}
}
