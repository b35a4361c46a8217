// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.Evidence.Vouch;

/**
 * Admits whom enough members vouch for. Vouching is scarce and answered for, or a handful of members could let a crowd
 * in: a member has to be one for some time, gives only so many vouches in a while, and gives none for a while after
 * somebody was expelled for whom the member had vouched.
 */
public final class Vouching implements AdmissionRule<Vouching.Settings> {
    private static final long MOST = 100;

    /**
     * Which vouches count, and how many are needed.
     *
     * @param vouches how many different members must vouch
     * @param memberFor how long a voucher must have been a member when vouching
     * @param most how many vouches a member may give within {@code period}, this one included
     * @param period the time before a vouch, its beginning left out, in which the voucher's other vouches are counted
     * @param lasts how long a vouch counts; its last moment is left out
     * @param liability how long after the expulsion of somebody vouched for a member's vouches do not count; its last
     *     moment is left out
     */
    public record Settings(
            long vouches,
            Optional<Duration> memberFor,
            Optional<Long> most,
            Optional<Duration> period,
            Optional<Duration> lasts,
            Optional<Duration> liability) {
        public Settings {
            if (vouches < 1 || vouches > MOST) {
                throw new IllegalArgumentException("vouches is 1 to " + MOST + ", not " + vouches);
            }
            if (most.isPresent() != period.isPresent()) {
                throw new IllegalArgumentException("most and period limit vouching together, or neither is written");
            }
            if (most.isPresent() && most.get() < 1) {
                throw new IllegalArgumentException("most is at least 1: with " + most.get() + " nobody could vouch");
            }
            if (lasts.isPresent() && lasts.get().isZero()) {
                throw new IllegalArgumentException("lasts is longer than nothing, or no vouch would ever count");
            }
        }
    }

    @Override
    public String id() {
        return "vouching";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Admission judge(Applicant applicant, Evidence evidence, Settings settings) {
        var given = evidence.vouches(applicant.member());
        var faults = given.stream()
                .map(vouch -> fault(vouch, evidence.at(), settings))
                .flatMap(Optional::stream)
                .toList();
        long counting = given.stream()
                .filter(vouch -> fault(vouch, evidence.at(), settings).isEmpty())
                .map(Vouch::voucher)
                .distinct()
                .count();
        var words = counting + " of " + settings.vouches() + " members vouch for the applicant." + said(faults);
        return counting >= settings.vouches() ? Admission.admitted(id(), words) : Admission.waiting(id(), words);
    }

    private static String said(List<String> faults) {
        return faults.isEmpty() ? "" : " " + String.join(" ", faults);
    }

    /** Why a vouch does not count. */
    private static Optional<String> fault(Vouch vouch, Instant at, Settings settings) {
        var who = "The vouch of " + vouch.voucher();
        if (settings.memberFor()
                .filter(wait -> vouch.memberSince().plus(wait).isAfter(vouch.given()))
                .isPresent()) {
            return Optional.of(who + " came before the voucher had been a member for "
                    + settings.memberFor().get() + ".");
        }
        if (settings.most()
                .filter(most -> before(vouch, settings.period().orElseThrow()) >= most)
                .isPresent()) {
            return Optional.of(who + " is beyond " + settings.most().get() + " within "
                    + settings.period().orElseThrow() + ".");
        }
        if (settings.lasts()
                .filter(length -> !vouch.given().plus(length).isAfter(at))
                .isPresent()) {
            return Optional.of(who + " is older than " + settings.lasts().get() + ".");
        }
        var liable = settings.liability()
                .filter(length -> vouch.expulsions().stream()
                        .anyMatch(expulsion -> expulsion.plus(length).isAfter(at)));
        return liable.map(length -> who + " does not count for " + length
                + " after somebody was expelled for whom the voucher had vouched.");
    }

    private static long before(Vouch vouch, Duration period) {
        var from = vouch.given().minus(period);
        return vouch.others().stream()
                .filter(other -> other.isAfter(from) && !other.isAfter(vouch.given()))
                .count();
    }
}
