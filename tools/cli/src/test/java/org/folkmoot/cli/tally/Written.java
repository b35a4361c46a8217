// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.folkmoot.cli.tally.TallyRow.State;

/** What tests of the tally write short. */
final class Written {
    private Written() {}

    /** JSON with single quotes, read as a case is. */
    static JsonNode json(String written) {
        try {
            return CaseFiles.JSON.readTree(written.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Names with spaces between them, as the JSON of their list. */
    static String list(String names) {
        return names.isBlank() ? "[]" : "[\"" + names.strip().replace(" ", "\",\"") + "\"]";
    }

    /** The answer to a check that has ballots and nothing to compare with. */
    static TallyRow counted(String method, String parameters, String kind, String candidates, String ballots) {
        return checked(
                kind,
                candidates,
                ballots,
                "{'method': '" + method + "', 'seats': 1, 'parameters': " + parameters + "}");
    }

    /** The answer to a check of ballots. */
    static TallyRow checked(String kind, String candidates, String ballots, String check) {
        var counted = "{'id': 'case', 'ballotFormat': {'type': '" + kind + "'}, 'candidates': " + candidates
                + ", 'ballots': " + ballots + ", 'totalBallots': 3}";
        return TallyRow.of(new TallyCase(json(counted)), new TallyCheck(json(check)));
    }

    /** What came out is what the case says; if it could not be compared, why. */
    static void assertAgrees(TallyRow row) {
        assertThat(row.reason()).isEmpty();
        assertThat(row.state()).isEqualTo(State.AGREES);
    }
}
