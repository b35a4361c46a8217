// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.RollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Progress;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/** Reads a poll with its whole roll into memory. */
@ApplicationScoped
class LoadPoll {
    private static final int SECONDS = 600;
    private static final Duration AHEAD = Duration.ofSeconds(10);

    private static final String OPENING = """
            select poll, roll_members from poll
            where state = 'open' and coalesce(latest_at, closes_at) > ? and opens_at <= ? order by opens_at""";

    /** A poll that is open or about to be, and how large its roll is. */
    record Opening(Hash id, long members) {}

    private final PollStore polls;
    private final RollStore rolls;
    private final Rulebook rulebook;
    private final KeyBook keys;
    private final Sql sql;
    // A roll that is being read takes its full size already: two at a time would be twice that.
    private final ReentrantLock one = new ReentrantLock();

    LoadPoll(PollStore polls, RollStore rolls, Rulebook rulebook, KeyBook keys, DataSource database) {
        this.keys = keys;
        this.polls = polls;
        this.rolls = rolls;
        this.rulebook = rulebook;
        this.sql = new Sql(database);
    }

    /** Polls whose window is open now or in a moment. */
    @Transactional
    List<Opening> opening(Instant now) {
        return sql.all(OPENING, row -> new Opening(new Hash(row.getBytes(1)), row.getLong(2)), now, now.plus(AHEAD));
    }

    /** A poll that takes ballots now, and its roll; any other is refused. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    LivePoll handle(Hash poll) {
        var stored = find(poll);
        if (stored.poll() instanceof Poll.Open open) return load(stored, open);
        throw new Refused(stored.poll().shut().orElseThrow());
    }

    /** A poll that takes ballots now or soon, and its roll. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    LivePoll ahead(Hash poll) {
        var stored = find(poll);
        if (stored.poll() instanceof Poll.Delayed delayed) return load(stored, delayed);
        if (stored.poll() instanceof Poll.Open open) return load(stored, open);
        throw new Refused(stored.poll().shut().orElseThrow());
    }

    private Stored find(Hash poll) {
        return polls.find(poll).orElseThrow(() -> new Refused(new Refusal.PollUnknown(poll)));
    }

    private LivePoll load(Stored stored, Poll.Running poll) {
        var definition = poll.definition();
        var rules = rulebook.of(definition);
        keys.follow(definition.community());
        one.lock();
        try {
            var roll = rolls.load(rules, poll.roll());
            return new LivePoll(
                    stored.no(),
                    poll.terms().poll(),
                    poll.terms().community(),
                    poll.window(),
                    definition.revote(),
                    rules.method(),
                    definition.question(),
                    rules.passkeys(),
                    roll,
                    rules.seal(),
                    rules.reasons(),
                    poll.progress().map(Progress::lead),
                    new KnownBallots(roll));
        } finally {
            one.unlock();
        }
    }
}
