// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.Schedules.Budget;
import org.folkmoot.constitution.Schedules.Demurrage;
import org.folkmoot.constitution.Schedules.Dues;
import org.folkmoot.constitution.Schedules.Income;
import org.folkmoot.constitution.Who;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Line;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.scheduling.Allotment;
import org.folkmoot.treasury.domain.scheduling.Decay;
import org.folkmoot.treasury.domain.scheduling.Emission;
import org.folkmoot.treasury.domain.scheduling.Key;
import org.folkmoot.treasury.domain.scheduling.Kind;
import org.folkmoot.treasury.domain.scheduling.Timetable;
import org.folkmoot.treasury.domain.scheduling.Turn;

/**
 * What the calendar does to one asset if nothing else happens: period after period by the rules of the calendar, on books
 * that are ruled by the rules of the ledger and that nobody keeps. Whoever is a member stays one, nobody else moves
 * anything, and what is set aside stays so.
 */
public final class Course {
    /** How many movements and members are looked at before the last period; what is longer is not foretold. */
    public static final int MOST = 20_000;

    /** How many times it is looked at what an account holds. */
    private static final long MOST_LOOKS = 4_000_000;

    /** Knows who takes part in a period. */
    public interface Roll {
        /** Members in the order of their hashes, of what accounts held when the period began. */
        List<Hash> at(Instant start, Optional<Who> who, Map<String, BigInteger> held);
    }

    /** Is told of everything that moves. */
    public interface Told {
        void moved(Kind kind, Line line);
    }

    private final Standing standing;
    private final Timetable timetable;
    private final Map<Key, LocalDate> begun;
    private final Roll roll;
    private final Books books;
    private final Room room;
    private final Debts debts;
    private final Set<String> seats;
    private Map<String, BigInteger> held = Map.of();
    private Instant moment = Instant.MIN;
    private Instant taken = Instant.MIN;
    private int steps;
    private long looks;

    /** Begins where everything stands, with the last day on which each schedule began a period. */
    public Course(Standing standing, Timetable timetable, Map<Key, LocalDate> begun, Roll roll) {
        this.standing = standing;
        this.timetable = timetable;
        this.begun = new HashMap<>(begun);
        this.roll = roll;
        this.books = new Books(List.of(standing.asset()));
        standing.accounts().forEach(books::know);
        this.room = new Room(standing, books);
        this.debts = new Debts(standing.owed());
        this.seats = standing.accounts().stream()
                .map(Account::name)
                .filter(name -> !name.equals(room.source()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Goes on with what comes before a moment; false if that is more than anybody adds up. */
    public boolean until(Instant end, Told told) {
        while (steps <= MOST && looks <= MOST_LOOKS) {
            var next = timetable.next(begun).filter(turn -> turn.at().isBefore(end));
            var again = debts.next().filter(time -> time.isBefore(end));
            if (again.isPresent()
                    && next.map(turn -> turn.beginsAfter(again.get())).orElse(true))
                ask(debts.take(again.get()), again.get(), told);
            else if (next.isPresent()) begin(next.get(), told);
            else return true;
        }
        return false;
    }

    /** What accounts hold now, together. */
    public BigInteger held(Set<String> names) {
        return names.stream().map(this::balance).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** What members owe to accounts now. */
    public BigInteger owed(Set<String> names) {
        return debts.owed(names);
    }

    /** The account that the asset is issued from. */
    public String issuance() {
        return room.source();
    }

    private void begin(Turn turn, Told told) {
        if (turn.key().kind() == Kind.DUES) takeUp(turn.at(), told);
        begun.put(turn.key(), turn.day());
        steps++;
        if (!turn.rule().asset().equals(standing.asset().code())) return;
        reach(turn.at());
        try {
            switch (turn.rule()) {
                case Demurrage rule -> decay(turn, rule, told);
                case Income rule -> emit(turn, rule, told);
                case Dues rule -> charge(turn, rule, told);
                case Budget rule -> allot(turn, rule, told);
            }
        } catch (ExpressionFailed _) {
            // Nobody knows who takes part, so nobody does.
        }
    }

    /** All that begins at one moment goes by what was held before any of it. */
    private void reach(Instant next) {
        if (next.equals(moment)) return;
        moment = next;
        looks += seats.size();
        var before = new HashMap<String, BigInteger>();
        for (var name : seats) before.put(name, balance(name));
        held = before;
    }

    private void decay(Turn turn, Demurrage rule, Told told) {
        looks += seats.size();
        var decay = new Decay(standing.community(), turn, rule, standing.asset());
        for (var name : List.copyOf(seats))
            account(name)
                    .filter(account -> account.state() == Account.State.OPEN)
                    .flatMap(account -> decay.order(
                            name,
                            held.getOrDefault(name, BigInteger.ZERO),
                            account.available().orElse(BigInteger.ZERO)))
                    .ifPresent(order -> rule(Kind.DEMURRAGE, order, told));
    }

    private void emit(Turn turn, Income rule, Told told) {
        var members = members(turn, rule.who());
        var emission = new Emission(standing.community(), turn, rule, standing.asset());
        if (!room.has(emission.together(members.size()), turn.at())) return;
        for (var member : members) {
            if (rule(Kind.INCOME, emission.order(member), told)) seats.add(Debts.account(member));
        }
    }

    private void charge(Turn turn, Dues rule, Told told) {
        var charged = members(turn, rule.who()).stream()
                .filter(member -> debts.isCharged(member, rule))
                .map(member -> Debts.of(standing.community(), turn, rule, member))
                .toList();
        ask(charged, turn.at(), told);
    }

    /** Before any dues begin a period, what is owed of all that do so then is asked for, with what is anyway. */
    private void takeUp(Instant now, Told told) {
        if (now.equals(taken)) return;
        taken = now;
        ask(debts.takeUp(timetable.beginning(Kind.DUES, now, begun), now), now, told);
    }

    private void ask(List<Debts.Owed> asked, Instant now, Told told) {
        reach(now);
        for (var owed : asked) {
            steps++;
            var debt = owed.debt();
            if (!debt.isAsked(timetable, now)) {
                debts.add(new Debts.Owed(debt, Optional.empty()));
                continue;
            }
            var able = account(debt.from())
                    .or(() -> Account.onFirstDebit(debt.from(), standing.asset()))
                    .filter(account -> account.state() == Account.State.OPEN)
                    .filter(account -> account.has(debt.amount()))
                    .isPresent();
            var paid = able && rule(Kind.DUES, debt.order(standing.asset()), told);
            var tried = able && !paid ? debt.refused() : debt;
            if (paid) seats.add(debt.from());
            else debts.add(new Debts.Owed(tried, tried.again(timetable, now)));
        }
    }

    private void allot(Turn turn, Budget rule, Told told) {
        account(rule.name())
                .ifPresent(envelope -> new Allotment(standing.community(), turn, rule, standing.asset())
                        .orders(envelope)
                        .forEach(order -> rule(Kind.BUDGET, order, told)));
    }

    private List<Hash> members(Turn turn, Optional<Who> who) {
        steps += standing.members();
        return roll.at(turn.at(), who, held);
    }

    private boolean rule(Kind kind, Order order, Told told) {
        steps++;
        if (!(books.rule(order, moment) instanceof Answer.First(var done, var _)
                && done.outcome() instanceof Outcome.Posted(var lines))) return false;
        lines.forEach(line -> told.moved(kind, line));
        return true;
    }

    private Optional<Account> account(String name) {
        return books.account(name, standing.asset().code());
    }

    private BigInteger balance(String name) {
        return account(name).map(Account::balance).orElse(BigInteger.ZERO);
    }
}
