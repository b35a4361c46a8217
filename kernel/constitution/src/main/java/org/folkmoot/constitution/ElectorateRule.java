// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Voter;

/**
 * Says who is on the roll of a body at a moment, and with which power.
 *
 * <p>A condition that has no answer for somebody throws {@link ExpressionFailed}: leaving that member out in silence
 * would change every share of the roll.
 *
 * <p>Where the body has a cap, no power on the roll is more than that share of the raw power of all, rounded down and
 * never less than one: in a body too small for its cap, everybody has one vote rather than none. The share is taken once,
 * of what all have before anything is cut off; what is cut off is not shared out.
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

    /** The same rule at another moment. */
    public ElectorateRule at(Instant moment) {
        return new ElectorateRule(body, coolDown, moment, power);
    }

    /** The body. */
    public Body body() {
        return body;
    }

    /** What must be known of members before anybody can be asked for a seat. */
    public List<Need> needs() {
        return Stream.concat(body.who().needs().stream(), power.needs().stream())
                .distinct()
                .toList();
    }

    /** The member's seat before any cap; nothing for a member who is not of the body or has no power. */
    public Optional<Seat> seat(Voter member) {
        if (isCooling(member) || excludedBy(member).isPresent() || !body.who().admits(member, rollAt)) {
            return Optional.empty();
        }
        var weight = power.of(member);
        if (weight.signum() < 0) {
            throw new IllegalStateException("The voting power '" + power.id() + "' is below zero: " + weight);
        }
        return weight.signum() == 0 ? Optional.empty() : Optional.of(new Seat(member.member(), weight));
    }

    /** Whether the member is of the body, with power or without. */
    public boolean belongs(Voter member) {
        return !isCooling(member) && excludedBy(member).isEmpty() && body.who().admits(member, rollAt);
    }

    /** What of the body's exclusions keeps a member off the roll. */
    public Optional<String> excludedBy(Voter member) {
        return body.exclude().stream()
                .filter(entry -> member.roles().contains(entry)
                        || entry.equals(member.member())
                        || entry.equals(Account.MEMBER + member.member()))
                .findFirst();
    }

    /** The most power that one voter has where all have so much together before the cap; nothing if there is no cap. */
    public Optional<BigInteger> most(BigInteger raw) {
        return body.cap()
                .map(cap ->
                        cap.numerator().multiply(raw).divide(cap.denominator()).max(BigInteger.ONE));
    }

    /** The assets of which the body asks what members own. */
    public List<String> assets() {
        return needs().stream()
                .filter(Need.Balances.class::isInstance)
                .map(need -> ((Need.Balances) need).asset())
                .toList();
    }

    /** The asset by which the body is weighed, if it is weighed by what members own of one asset and nothing else. */
    public Optional<String> asset() {
        var needs = power.needs();
        return needs.size() == 1 && needs.getFirst() instanceof Need.Balances(String code)
                ? Optional.of(code)
                : Optional.empty();
    }

    /**
     * The power of one voter who owned all that is issued of the body's {@link #asset}; no cap is applied.
     *
     * @param issued in minor units
     */
    public BigInteger supply(BigInteger issued) {
        var owner = new Voter("", rollAt, List.of(), Map.of(asset().orElseThrow(), issued));
        return power.of(owner);
    }

    /** The last moment of waiting is not part of it: a member of exactly that age votes. */
    private boolean isCooling(Voter member) {
        return !member.roles().contains(Who.FOUNDER)
                && member.since().plus(coolDown).isAfter(rollAt);
    }

    /** The seats of all members, one after the other; where there is a cap, everybody is asked twice. */
    public Stream<Seat> roll(Supplier<Stream<Voter>> members) {
        var most = body.cap().isPresent()
                ? most(seats(members).map(Seat::power).reduce(BigInteger.ZERO, BigInteger::add))
                : Optional.<BigInteger>empty();
        return seats(members).map(seat -> seat.atMost(most));
    }

    private Stream<Seat> seats(Supplier<Stream<Voter>> members) {
        return members.get().map(this::seat).flatMap(Optional::stream);
    }

    /** A member's place on a roll. */
    public record Seat(String member, BigInteger power) {
        /** The seat with what a cap leaves of its power. */
        public Seat atMost(Optional<BigInteger> most) {
            return most.filter(limit -> power.compareTo(limit) > 0)
                    .map(limit -> new Seat(member, limit))
                    .orElse(this);
        }
    }
}
