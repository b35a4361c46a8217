// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.treasury.enacting.Waiting.Why;

/** Something decided that is not done yet, and why. */
@Schema(name = "Waiting")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record WaitingView(
        @Schema(description = "The proposal that decided it")
        String proposal,

        @Schema(
                description = "What is to be done with what was decided",
                enumeration = {"commit", "enact", "release", "deposit", "settle", "other"})
        String step,

        @Schema(description = "The name of the enactment, of what is set aside or of the deposit")
        String name,

        @Schema(description = "The action's place in the proposal, from 0; the first one's if several are due together")
        Optional<Integer> action,

        Optional<Integer> attempt,

        @Schema(
                description = "What it waits for, or that it is refused and nothing waits for it any more",
                enumeration = {"community", "submission", "turn", "contention", "fault", "unreadable", "refused"})
        String reason,

        @Schema(description = "Why it is refused") Optional<String> detail,

        @Schema(description = "Since when it waits", examples = "2026-12-01T00:00:00Z")
        Instant since,

        @Schema(description = "How often it was tried and could not be ruled on")
        int tries,

        @Schema(description = "When it is tried again", examples = "2026-12-01T00:00:00Z")
        Optional<Instant> again) {

    private static final List<String> STEPS = List.of("commit", "enact", "release", "deposit", "settle");
    private static final String OTHER = "other";

    private static final Set<Why> TRIED_AGAIN = Set.of(Why.CONTENTION, Why.FAULT, Why.UNREADABLE);

    static WaitingView of(Waiting waiting) {
        var due = waiting.event()
                .flatMap(event -> event instanceof EnactmentDueV1 enactment
                        ? Optional.of(enactment)
                        : Optional.<EnactmentDueV1>empty());
        return new WaitingView(
                waiting.proposal(),
                step(waiting.turn()),
                waiting.name(),
                due.map(EnactmentDueV1::actionIndex),
                due.map(EnactmentDueV1::attempt),
                waiting.why().word(),
                waiting.why() == Why.REFUSED ? Optional.of(waiting.fault()) : Optional.empty(),
                waiting.since(),
                waiting.tries(),
                TRIED_AGAIN.contains(waiting.why()) ? Optional.of(waiting.nextTry()) : Optional.empty());
    }

    /** A later version may have kept something that has another turn. */
    private static String step(int turn) {
        return turn < STEPS.size() ? STEPS.get(turn) : OTHER;
    }
}
