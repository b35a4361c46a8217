// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.proposals.domain.Checked;
import org.folkmoot.proposals.domain.Dossier;
import org.folkmoot.proposals.domain.Enacted;
import org.folkmoot.proposals.domain.Expired;
import org.folkmoot.proposals.domain.Failed;
import org.folkmoot.proposals.domain.Refusal.Fault;
import org.folkmoot.proposals.domain.State;

/** One time at which the actions of a proposal were checked. */
@Schema(name = "Check")
public record CheckView(
        When when,
        Instant at,

        @Schema(description = "The constitution that they were read against")
        Optional<String> constitution,

        @Schema(description = "What was wrong with them, action by action")
        List<FaultView> faults) {

    /** The times at which actions are checked. */
    public enum When {
        PROPOSED,
        PASSED,
        ENACTED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something that is wrong with an action. */
    @Schema(name = "ActionFault")
    public record FaultView(
            int action,

            @Schema(description = "Where in the action; nothing if it is the whole of it")
            String field,

            @Schema(examples = "insufficient-funds", description = "The name of the owner's refusal, when enacted")
            Optional<String> refusal,

            String reason) {

        static FaultView of(Fault fault) {
            return new FaultView(fault.action(), fault.field(), Optional.empty(), fault.reason());
        }
    }

    /** All times so far, the first first. What was wrong when it was proposed was refused, so nothing is left of that. */
    static List<CheckView> of(Dossier dossier) {
        var checks = new ArrayList<CheckView>();
        dossier.pinned().ifPresent(pinned -> {
            var submission = pinned.submission();
            checks.add(new CheckView(
                    When.PROPOSED, submission.submittedAt(), Optional.of(submission.constitution()), List.of()));
        });
        dossier.checked().ifPresent(checked -> checks.add(passed(checked)));
        enacted(dossier.proposal().state()).ifPresent(checks::add);
        return checks;
    }

    private static Optional<CheckView> enacted(State state) {
        if (state instanceof Enacted enacted)
            return Optional.of(new CheckView(When.ENACTED, enacted.endedAt(), Optional.empty(), List.of()));
        if (state instanceof Expired expired) return expired.failed().map(CheckView::failed);
        return state instanceof Failed failed ? Optional.of(failed(failed)) : Optional.empty();
    }

    private static CheckView failed(Failed failed) {
        return new CheckView(
                When.ENACTED,
                failed.failedAt(),
                Optional.empty(),
                List.of(new FaultView(failed.action(), "", Optional.of(failed.reason()), failed.detail())));
    }

    private static CheckView passed(Checked checked) {
        return new CheckView(
                When.PASSED,
                checked.at(),
                Optional.of(checked.constitution()),
                checked.faults().stream().map(FaultView::of).toList());
    }
}
