// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
                enumeration = {"commit", "enact", "release"})
        String step,

        @Schema(description = "The name of the enactment or of what is set aside")
        String name,

        @Schema(description = "The action's place in the proposal, from 0; the first one's if several are due together")
        Optional<Integer> action,

        Optional<Integer> attempt,

        @Schema(
                description = "What it waits for",
                enumeration = {"community", "submission", "turn", "fault"})
        String reason,

        @Schema(description = "Since when it waits", examples = "2026-12-01T00:00:00Z")
        Instant since,

        @Schema(description = "How often it was tried and could not be ruled on")
        int tries,

        @Schema(description = "When a fault is tried again", examples = "2026-12-01T00:00:00Z")
        Optional<Instant> again) {

    private static final List<String> STEPS = List.of("commit", "enact", "release");

    static WaitingView of(Waiting waiting) {
        var due = waiting.event() instanceof EnactmentDueV1 enactment
                ? Optional.of(enactment)
                : Optional.<EnactmentDueV1>empty();
        return new WaitingView(
                waiting.event().proposal(),
                STEPS.get(Waiting.turn(waiting.event())),
                Waiting.name(waiting.event()),
                due.map(EnactmentDueV1::actionIndex),
                due.map(EnactmentDueV1::attempt),
                waiting.why().word(),
                waiting.since(),
                waiting.tries(),
                waiting.why() == Why.FAULT ? Optional.of(waiting.nextTry()) : Optional.empty());
    }
}
