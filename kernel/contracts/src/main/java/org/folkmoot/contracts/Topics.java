// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.util.List;

/**
 * The Kafka topics, each written by one service only: one per context, and one for what there is so much of that only those
 * should fetch it who read it.
 */
public final class Topics {
    /** What identity-svc tells. */
    public static final String IDENTITY = "folkmoot.identity";
    /** What proposals-svc tells. */
    public static final String PROPOSALS = "folkmoot.proposals";
    /** What voting-svc tells. */
    public static final String VOTING = "folkmoot.voting";
    /** The ballots that voting-svc accepted. */
    public static final String BALLOTS = "folkmoot.ballots";
    /** What treasury-svc tells. */
    public static final String TREASURY = "folkmoot.treasury";
    /** All of them. */
    public static final List<String> ALL = List.of(IDENTITY, PROPOSALS, VOTING, BALLOTS, TREASURY);

    private Topics() {}

    /** The topic of a service, named by its context, such as {@code voting}. */
    public static String of(String context) {
        return "folkmoot." + context;
    }

    /** Where a service puts the messages of a topic that it cannot apply. */
    public static String dead(String topic) {
        return topic + ".dead";
    }
}
