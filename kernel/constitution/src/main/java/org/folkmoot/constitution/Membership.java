// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.Optional;
import org.folkmoot.policy.Fraction;

/**
 * What holds for every member, however admitted.
 *
 * @param roll who may read the roll
 * @param coolDown how long a member waits before voting; zero if not at all
 * @param joins how many may join in a while, if that is limited
 * @param challenge the time in which members may object to an applicant, if there is one
 * @param term how long a membership lasts, if it ends by itself
 * @param appeal for how long after an expulsion one may appeal against it, if at all; the end is not included
 */
public record Membership(
        Roll roll,
        Duration coolDown,
        Optional<Joins> joins,
        Optional<Challenge> challenge,
        Optional<Term> term,
        Optional<Duration> appeal) {
    /** What holds where the constitution says nothing. */
    public static final Membership UNRESTRICTED = new Membership(
            Roll.PUBLIC, Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Who may read the roll. */
    public enum Roll {
        /** Anyone, with the members' keys. */
        PUBLIC,
        /** Members only. */
        MEMBERS,
        /** Anyone, but only members see more than ids. */
        PSEUDONYMOUS
    }

    /**
     * How many may join: both limits hold, of which at least one is given.
     *
     * @param period the time before each joining within which joinings are counted, the beginning not included
     * @param members the most members who join in it
     * @param share the most members who join in it, as a share of those who were members before them, rounded down; one
     *     member may always join
     */
    public record Joins(Duration period, Optional<Long> members, Optional<Fraction> share) {}

    /**
     * A time in which members may object.
     *
     * @param window how long after the application it is open; nobody is admitted before its end
     * @param objections how many members end the application by objecting
     */
    public record Challenge(Duration window, int objections) {}

    /**
     * How long a membership lasts.
     *
     * @param lasts from joining to the end, at which it is over
     * @param renewal how long before the end it may be renewed for as long again
     */
    public record Term(Duration lasts, Duration renewal) {}
}
