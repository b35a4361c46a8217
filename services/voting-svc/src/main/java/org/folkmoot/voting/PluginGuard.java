// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.folkmoot.constitution.PluginPin;
import org.folkmoot.voting.domain.Pause;
import org.folkmoot.voting.domain.Poll;

/**
 * Stands before the work on polls that use plugins of third parties. A poll waits while a plugin that it is pinned to is
 * not there, or gives no answer; others go on.
 *
 * <p>That plugins are about to be asked is written down before they are. If the process then ends, because a plugin took
 * all memory, the next one finds the note, and lets the poll rest instead of ending the same way.
 */
@ApplicationScoped
public class PluginGuard {
    private final PollStore polls;
    private final Rulebook rulebook;
    private final Clock clock;
    private final Set<Long> asked = ConcurrentHashMap.newKeySet();

    PluginGuard(PollStore polls, Rulebook rulebook, Clock clock) {
        this.polls = polls;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** Says whether a poll whose row is held can be worked on now; if not, what is to be kept was saved. */
    @Transactional(TxType.MANDATORY)
    public boolean letsGoOn(Stored stored, Poll.Undecided poll) {
        var pins = poll.definition().plugins();
        if (pins.isEmpty()) return true;
        var missing = rulebook.missing(poll.definition());
        if (missing.isPresent()) {
            polls.pause(stored.no(), Pause.missing(stored.pause(), missing.get(), clock.instant()));
            return false;
        }
        if (!stored.asking()) {
            polls.ask(stored.no());
            asked.add(stored.no());
            return false;
        }
        if (asked.contains(stored.no())) return true;
        polls.pause(stored.no(), Pause.failed(stored.pause(), ended(pins), clock.instant()));
        return false;
    }

    /** The polls whose plugins this process is asking. */
    public Set<Long> asked() {
        return Set.copyOf(asked);
    }

    /** A poll's plugins have answered; whoever looks at it next writes anew that they are asked. */
    @Transactional(TxType.MANDATORY)
    public void answered(long no) {
        if (asked.remove(no)) polls.answered(no);
    }

    /** Lets a poll rest whose plugins were asked in vain. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Pause> rest(long no, String reason) {
        asked.remove(no);
        return polls.lock(no).map(stored -> {
            var pause = Pause.failed(stored.pause(), reason, clock.instant());
            polls.pause(no, pause);
            return pause;
        });
    }

    private static String ended(List<PluginPin> pins) {
        return "The service ended while it asked the plugins of this poll: "
                + pins.stream()
                        .map(pin -> "'" + pin.id() + "' " + pin.version())
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
