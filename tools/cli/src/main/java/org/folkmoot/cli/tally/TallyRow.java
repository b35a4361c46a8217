// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.sortition.Infeasible;

/**
 * One check and what came of it.
 *
 * @param counted the id of the case
 * @param name the name of the check; empty if it has none
 * @param method the method that was asked for
 * @param state whether it agrees
 * @param reason why not, or nothing
 * @param got our answer in the shape of the expected one; null if there is none
 * @param expected the published answer
 * @param words how ours came about
 */
record TallyRow(
        String counted,
        String name,
        String method,
        State state,
        String reason,
        JsonNode got,
        JsonNode expected,
        List<String> words) {
    /** Whether a check agrees. */
    enum State {
        AGREES("agrees"),
        DIFFERS("differs"),
        NOT_SUPPORTED("not supported"),
        COUNTED("counted"),
        UNREADABLE("unreadable");

        final String words;

        State(String words) {
            this.words = words;
        }
    }

    private static final int SHOWN = 4;

    TallyRow {
        words = List.copyOf(words);
    }

    /** Answers a check. */
    static TallyRow of(TallyCase counted, TallyCheck check) {
        try {
            var tabulation = Tabulations.find(check.method())
                    .orElseThrow(() -> new NotSupported(
                            "Nothing here counts by '" + check.method() + "'; there is " + Tabulations.names() + "."));
            Weighed.check(counted, check);
            var answer = Weighed.inVotes(tabulation.of(counted, check), counted, check);
            check.parameters().finish();
            if (check.expected().isMissingNode()) {
                return row(counted, check, State.COUNTED, "", answer.values(), answer.words());
            }
            var compared = Agreement.of(answer.values(), check);
            var reason = reason(compared.differences());
            var state = compared.differences().isEmpty() ? State.AGREES : State.DIFFERS;
            return row(counted, check, state, reason, compared.got(), answer.words());
        } catch (IllegalArgumentException | ArithmeticException | InvalidChoice | Infeasible e) {
            // The kernel refuses values that make no sense, such as somebody who delegates twice or ranks nobody who
            // stands.
            var message = String.valueOf(e.getMessage());
            var reason = "This cannot be counted: " + message + (message.endsWith(".") ? "" : ".");
            return row(counted, check, State.NOT_SUPPORTED, reason, NullNode.getInstance(), List.of());
        } catch (NotSupported e) {
            var reason = String.valueOf(e.getMessage());
            return row(counted, check, State.NOT_SUPPORTED, reason, NullNode.getInstance(), List.of());
        } catch (RuntimeException e) {
            // Nobody foresaw this; the other checks have their answers.
            var reason = "Folkmoot failed at this: " + e + ".";
            return row(counted, check, State.NOT_SUPPORTED, reason, NullNode.getInstance(), List.of());
        }
    }

    /** A file that has no checks, because it cannot be read. */
    static TallyRow unreadable(String file, String reason) {
        return new TallyRow(
                file, "", "", State.UNREADABLE, reason, NullNode.getInstance(), MissingNode.getInstance(), List.of());
    }

    private static TallyRow row(
            TallyCase counted, TallyCheck check, State state, String reason, JsonNode got, List<String> words) {
        var said = Stream.concat(counted.passedOver().stream(), words.stream()).toList();
        return new TallyRow(counted.id(), check.name(), check.method(), state, reason, got, check.expected(), said);
    }

    private static String reason(List<String> differences) {
        if (differences.isEmpty()) {
            return "";
        }
        var first = String.join("; ", differences.subList(0, Math.min(SHOWN, differences.size())));
        var more = differences.size() - SHOWN;
        return first + (more > 0 ? "; and " + more + " more differences" : "") + ".";
    }
}
