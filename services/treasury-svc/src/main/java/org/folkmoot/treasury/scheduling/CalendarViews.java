// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;

/** What anyone sees of a community's calendar. */
final class CalendarViews {
    private CalendarViews() {}

    /** A budget against what became of it. */
    @Schema(name = "Budget", description = "carried + allotted + received = spent + committed + left")
    record Budget(
            @Schema(description = "The account that is the envelope", examples = "events")
            String envelope,

            @Schema(examples = "SKR") String asset,

            @Schema(description = "The first day of the period, which is its name", examples = "2026-12-01")
            LocalDate period,

            @Schema(examples = "2026-11-30T23:00:00.000Z") Instant starts,
            @Schema(examples = "2026-12-31T23:00:00.000Z") Instant ends,

            @Schema(description = "What was in it before it got its amount", examples = "0.00")
            String carried,

            @Schema(examples = "500.00") String allotted,

            @Schema(description = "What else came in since", examples = "0.00")
            String received,

            @Schema(examples = "120.00") String spent,

            @Schema(description = "What is set aside to go out", examples = "80.00")
            String committed,

            @Schema(examples = "300.00") String left,

            @Schema(description = "Why nothing was allotted", examples = "insufficient-funds")
            @JsonInclude(JsonInclude.Include.NON_ABSENT)
            Optional<String> reason) {}

    /** What a member owes or paid for a period. */
    @Schema(name = "Due")
    record Due(
            @Schema(examples = "membership") String dues,
            Hash member,

            @Schema(description = "The first day of the period, which is its name", examples = "2026-12-01")
            LocalDate period,

            @Schema(examples = "SKR") String asset,
            @Schema(examples = "10.00") String due,
            @Schema(examples = "0.00") String paid,
            @Schema(examples = "10.00") String owed,

            @Schema(
                    enumeration = {"paid", "owed", "arrears"},
                    description = "In arrears is what is owed when the grace is over")
            String state,

            @Schema(examples = "2026-12-14T23:00:00.000Z") Instant graceUntil,

            @Schema(description = "When it is asked for again") @JsonInclude(JsonInclude.Include.NON_ABSENT)
            Optional<Instant> again,

            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> paidAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Hash> transfer) {}

    /** Something that happens every period. */
    @Schema(name = "Schedule")
    record Schedule(
            @Schema(enumeration = {"demurrage", "income", "dues", "budget"})
            String kind,

            @Schema(description = "The envelope, the name, or the asset", examples = "events")
            String name,

            @Schema(examples = "SKR") String asset,

            @Schema(
                    description = "When its next period begins; absent if it was removed",
                    examples = "2026-12-31T23:00:00.000Z")
            @JsonInclude(JsonInclude.Include.NON_ABSENT)
            Optional<Instant> next,

            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Period> last) {}

    /** The last period of a schedule that was begun. */
    @Schema(name = "SchedulePeriod")
    record Period(
            @Schema(examples = "2026-12-01") LocalDate period,

            @Schema(enumeration = {"running", "done", "refused"})
            String state,

            @Schema(description = "What was moved", examples = "500.00")
            String amount,

            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> detail) {}
}
