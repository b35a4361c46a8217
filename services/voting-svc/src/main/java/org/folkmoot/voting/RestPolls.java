// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.voting.domain.PollRules;
import org.jboss.logging.Logger;

/** Lets polls rest that their plugins or their rules keep from being worked on, and says so where everybody reads it. */
public final class RestPolls implements Turns.Known {
    private final Logger log;
    private final PluginGuard guard;

    /** Says it in the log, too. */
    public RestPolls(Logger log, PluginGuard guard) {
        this.log = log;
        this.guard = guard;
    }

    @Override
    public boolean rests(Stuck stuck) {
        return switch (stuck.getCause()) {
            case PluginFailed failed -> rest(stuck.no(), failed.sentence());
            case PollRules.Unfit unfit -> rest(stuck.no(), unfit.reason());
            case null, default -> false;
        };
    }

    private boolean rest(long no, String reason) {
        guard.rest(no, reason)
                .ifPresent(pause -> log.warnf("The poll number %d waits until %s: %s", no, pause.until(), reason));
        return true;
    }
}
