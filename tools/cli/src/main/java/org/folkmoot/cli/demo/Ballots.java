// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Signer;
import org.folkmoot.record.Hash;

/** The ballots of a poll, each signed by its member and ready to be sent: one line of JSON each. */
final class Ballots {
    static final String TYPE = "ballot.cast/1";

    private final byte[][] lines;

    private Ballots(byte[][] lines) {
        this.lines = lines;
    }

    /** Member {@code n} casts choice {@code n}. */
    static Ballots sign(Electorate members, List<Object> choices, Hash community, Hash poll, Signer signer) {
        var lines = InParallel.map(
                choices.size(),
                member -> signer.sign(members.key(member), community, poll, TYPE, Map.of("choice", choices.get(member)))
                        .json(),
                byte[][]::new);
        return new Ballots(lines);
    }

    int size() {
        return lines.length;
    }

    byte[] line(int ballot) {
        return lines[ballot];
    }
}
