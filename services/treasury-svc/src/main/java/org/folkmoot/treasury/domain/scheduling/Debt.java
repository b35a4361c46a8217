// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Schedules.Dues;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Transfer.Code;

/**
 * What a member owes for a period. It is asked for at the start; while the grace runs, again whenever another whole day has
 * passed since the start; and when that is over, at the start of every later period until it is paid. It is moved once, and
 * no try changes when the grace ends.
 *
 * @param to the account that it goes to
 * @param amount in minor units
 * @param at the start of the period
 * @param grace when the grace is over
 * @param tries how often the ledger was asked to move it, to no avail
 */
public record Debt(
        Hash community,
        String name,
        LocalDate day,
        Hash member,
        String asset,
        String to,
        BigInteger amount,
        Instant at,
        Instant grace,
        Hash cause,
        int tries) {
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** What a member owes for a period that begins. */
    public static Debt of(Hash community, Turn turn, Dues dues, Hash member) {
        return new Debt(
                community,
                dues.name(),
                turn.day(),
                member,
                dues.asset(),
                dues.to(),
                dues.amount(),
                turn.at(),
                turn.at().plus(dues.grace()),
                turn.constitution(),
                0);
    }

    /** Whether another period is charged when so many are owed already. */
    public static boolean isCharged(int owed, Dues dues) {
        return owed < dues.most();
    }

    /** Whether it is asked for at a moment: only while the dues are there. */
    public boolean isAsked(Timetable timetable, Instant moment) {
        return timetable.rule(key(), moment).isPresent();
    }

    /** The dues that it is of. */
    public Key key() {
        return new Key(Kind.DUES, name);
    }

    /** The account that it comes from. */
    public String from() {
        return org.folkmoot.constitution.Account.MEMBER + member.hex();
    }

    /** How it is paid. Every try has a name of its own, because the first outcome for a name is final. */
    public Order order(Asset known) {
        return new Order.Move(
                Turn.id(community, key(), day, Map.of("member", member.hex(), "try", String.valueOf(tries))),
                Code.CHARGED,
                List.of(new Leg(from(), to, asset, known.decimal(amount))),
                cause,
                "Dues " + name + ", " + day);
    }

    /** The same after another try that moved nothing. */
    public Debt refused() {
        return new Debt(community, name, day, member, asset, to, amount, at, grace, cause, tries + 1);
    }

    /** When it is asked for again after a moment because the grace runs; after that, every period that begins asks for it. */
    public Optional<Instant> again(Timetable timetable, Instant now) {
        long days = Math.max(0, Math.floorDiv(Duration.between(at, now).toMillis(), DAY)) + 1;
        return Optional.of(at.plusMillis(days * DAY)).filter(daily -> daily.isBefore(grace) && isAsked(timetable, now));
    }
}
