// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policy.Voter;

/**
 * Says who is on the roll of a body at a moment, and with which power.
 *
 * <p>A condition that has no answer for somebody throws {@link ExpressionFailed}: leaving that member out in silence
 * would change every share of the roll.
 */
public final class ElectorateRule {
    private final Body body;
    private final Duration coolDown;
    private final Instant rollAt;
    private final Bound.Power<?> power;

    private ElectorateRule(Body body, Duration coolDown, Instant rollAt, Bound.Power<?> power) {
        this.body = body;
        this.coolDown = coolDown;
        this.rollAt = rollAt;
        this.power = power;
    }

    /**
     * Makes the rule of a body, or throws {@link ConstitutionRefused} if its plugin is not installed.
     *
     * @param coolDown how long members wait before they vote; those who founded the community do not
     */
    public static ElectorateRule of(Body body, Duration coolDown, Instant rollAt, Plugins plugins) {
        return new ElectorateRule(body, coolDown, rollAt, plugins.power(body.power()));
    }

    /** The member's seat; nothing for a member who is not of the body or has no power. */
    public Optional<Seat> seat(Voter member) {
        if (isCooling(member) || !body.who().admits(member, rollAt)) {
            return Optional.empty();
        }
        var weight = power.of(member);
        if (weight.signum() < 0) {
            throw new IllegalStateException("The voting power '" + power.id() + "' is below zero: " + weight);
        }
        return weight.signum() == 0 ? Optional.empty() : Optional.of(new Seat(member.member(), weight));
    }

    /** The last moment of waiting is not part of it: a member of exactly that age votes. */
    private boolean isCooling(Voter member) {
        return !member.roles().contains(Who.FOUNDER)
                && member.since().plus(coolDown).isAfter(rollAt);
    }

    /** The seats of all members, one after the other. */
    public Stream<Seat> roll(Stream<Voter> members) {
        return members.map(this::seat).flatMap(Optional::stream);
    }

    /** A member's place on a roll. */
    public record Seat(String member, BigInteger power) {}
}
