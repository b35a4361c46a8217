// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.util.List;

/** The Kafka topics: one per context, written by one service only. */
public final class Topics {
    /** What identity-svc tells. */
    public static final String IDENTITY = "folkmoot.identity";
    /** What proposals-svc tells. */
    public static final String PROPOSALS = "folkmoot.proposals";
    /** What voting-svc tells. */
    public static final String VOTING = "folkmoot.voting";
    /** What treasury-svc tells. */
    public static final String TREASURY = "folkmoot.treasury";
    /** All of them. */
    public static final List<String> ALL = List.of(IDENTITY, PROPOSALS, VOTING, TREASURY);

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
