// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.folkmoot.constitution.ElectorateRule.Seat;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.Voters;
import org.folkmoot.platform.membership.Voters.Past;
import org.folkmoot.policy.Voter;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Compared;
import org.folkmoot.voting.domain.Moment;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Roll;
import org.folkmoot.voting.domain.RollTotals;
import org.folkmoot.voting.domain.Standing;
import org.folkmoot.voting.domain.Struck;
import org.folkmoot.voting.domain.Weighing;
import org.jspecify.annotations.Nullable;

/**
 * Rolls as questions to the members' past: who was a member at the poll's position and satisfies its body's condition.
 * The past does not change, so a roll is never copied; only its totals are kept, and they prove that it is still the
 * same whenever it is read again.
 */
@ApplicationScoped
public class RollStore {
    private final Voters voters;
    private final Sql sql;
    private final SecureRandom random = new SecureRandom();

    RollStore(Voters voters, DataSource database) {
        this.voters = voters;
        this.sql = new Sql(database);
    }

    /** Counts who is on the roll, or throws {@link ExpressionFailed}, after which the transaction still stands. */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = ExpressionFailed.class)
    public RollTotals count(PollRules rules) {
        var raw = count(rules, Optional.empty());
        // A cap is a share of what all have before it, so whoever is over it is known only then.
        var most = rules.electorate().most(raw.power());
        return most.isEmpty() ? raw : count(rules, most);
    }

    private RollTotals count(PollRules rules, Optional<BigInteger> most) {
        var counting = new Counting();
        each(rules, most, (_, power) -> counting.add(power));
        return new RollTotals(counting.members, counting.power, most);
    }

    /** Reads the roll into memory; it must have the totals that it was frozen with. */
    @Transactional(TxType.MANDATORY)
    public Roll load(PollRules rules, RollTotals frozen) {
        var builder = new Roll.Builder(Math.toIntExact(frozen.members()));
        each(rules, frozen.most(), (member, power) -> builder.add(member.member(), member.key(), power));
        var roll = builder.build(random.nextLong());
        if (!roll.totals().matches(frozen))
            throw new IllegalStateException("the roll of " + rules.definition().id() + " was frozen with " + frozen
                    + " and has " + roll.totals());
        return roll;
    }

    /** The powers of those of the given people who are on a frozen roll. */
    @Transactional(TxType.MANDATORY)
    public Map<Hash, BigInteger> powers(PollRules rules, RollTotals frozen, Collection<Hash> some) {
        var powers = new HashMap<Hash, BigInteger>();
        var moment = Moment.ofRoll(rules);
        voters.some(
                past(moment),
                some,
                (member, voter) -> seat(moment, voter)
                        .ifPresent(seat -> powers.put(
                                member.member(), seat.atMost(frozen.most()).power())));
        return powers;
    }

    /** Finds those of a frozen roll whom a roll made at the close would not have. */
    @Transactional(TxType.MANDATORY)
    public Struck struck(PollRules rules, RollTotals frozen, Moment close) {
        return struck(rules, frozen, seats(frozen, close), close);
    }

    /** Counts who left the body since a roll was frozen, and who came into it. */
    @Transactional(TxType.MANDATORY)
    public Compared compared(PollRules rules, RollTotals frozen, Moment close) {
        var seats = seats(frozen, close);
        long left = struck(rules, frozen, seats, close).members().size();
        long came = seats.totals().members() - (frozen.members() - left);
        return new Compared(left, came, close.position(), close.place());
    }

    private Roll seats(RollTotals frozen, Moment close) {
        var still = new Roll.Builder(Math.toIntExact(frozen.members()));
        voters.each(
                past(close),
                (member, voter) ->
                        seat(close, voter).ifPresent(_ -> still.add(member.member(), member.key(), BigInteger.ONE)));
        return still.build(random.nextLong());
    }

    private Struck struck(PollRules rules, RollTotals frozen, Roll seats, Moment close) {
        var members = new ArrayList<Hash>();
        var counting = new Counting();
        each(rules, frozen.most(), (member, power) -> {
            if (seats.find(member.member()).isEmpty()) {
                members.add(member.member());
                counting.add(power);
            }
        });
        return new Struck(members, counting.power, close.position(), close.place());
    }

    /** Whose condition has no answer any more does not satisfy it: a poll that is over must be decided. */
    private static Optional<Seat> seat(Moment moment, Voter voter) {
        try {
            return moment.electorate().seat(voter);
        } catch (ExpressionFailed _) {
            return Optional.empty();
        }
    }

    /** How many members would have which power, if a roll were made at a moment. */
    @Transactional(TxType.MANDATORY)
    public SortedMap<BigInteger, Long> powers(Moment moment) {
        var raw = new TreeMap<BigInteger, Long>();
        voters.each(
                past(moment),
                (_, voter) -> seat(moment, voter).ifPresent(found -> raw.merge(found.power(), 1L, Math::addExact)));
        var most = moment.electorate()
                .most(org.folkmoot.constitution.reach.Roll.of(raw).power());
        if (most.isEmpty()) return raw;
        var capped = new TreeMap<BigInteger, Long>();
        raw.forEach((power, members) -> capped.merge(power.min(most.get()), members, Math::addExact));
        return capped;
    }

    /** Says whether a member is on the roll of a poll, and why. */
    @Transactional
    public Standing standing(long no, PollRules rules, RollTotals frozen, Hash member) {
        return voters.find(past(Moment.ofRoll(rules)), member)
                .map(voter -> isStruck(no, member)
                        ? new Standing.StruckOff(rules.electorate().body().name(), voter.since())
                        : standing(rules, frozen, voter))
                .orElseGet(() -> stranger(rules.definition(), member));
    }

    private boolean isStruck(long no, Hash member) {
        return sql.first("select from struck where poll_no = ? and member = ?", _ -> true, no, member.bytes())
                .isPresent();
    }

    private static Standing standing(PollRules rules, RollTotals frozen, Voter voter) {
        var electorate = rules.electorate();
        var body = electorate.body();
        var seat = electorate.seat(voter);
        if (seat.isPresent()) {
            var power = seat.get().atMost(frozen.most()).power();
            return new Standing.OnRoll(
                    power, weighing(rules, frozen, voter, seat.get().power()), voter.since());
        }
        if (electorate.belongs(voter))
            return new Standing.Powerless(body.name(), weighing(rules, frozen, voter, BigInteger.ZERO), voter.since());
        return electorate
                .excludedBy(voter)
                .<Standing>map(entry -> new Standing.Excluded(body.name(), entry, voter.since()))
                .orElseGet(() -> new Standing.NotInBody(body.name(), rules.who(), voter.since()));
    }

    private static Weighing weighing(PollRules rules, RollTotals frozen, Voter voter, BigInteger raw) {
        var electorate = rules.electorate();
        var balances = new TreeMap<String, BigInteger>();
        for (var asset : electorate.assets()) balances.put(asset, voter.balance(asset));
        return new Weighing(electorate.body().power().id(), balances, raw, frozen.most());
    }

    private Standing stranger(PollDefinition definition, Hash member) {
        return sql.<Standing>first(
                        """
                        select valid_from > ?, since from known_member where community = ? and member = ?
                        order by valid_from > ? desc, valid_from limit 1""",
                        row -> row.getBoolean(1)
                                ? new Standing.JoinedLater(Sql.instant(row, 2))
                                : new Standing.LeftBefore(),
                        definition.rollPosition(),
                        definition.community().bytes(),
                        member.bytes(),
                        definition.rollPosition())
                .orElseGet(Standing.NeverMember::new);
    }

    private static Past past(Moment moment) {
        return new Past(
                moment.community(),
                moment.position(),
                moment.at(),
                moment.place(),
                moment.electorate().assets());
    }

    @FunctionalInterface
    private interface Each {
        void on(KnownMember member, BigInteger power);
    }

    private void each(PollRules rules, Optional<BigInteger> most, Each each) {
        var failed = new AtomicReference<@Nullable ExpressionFailed>();
        voters.each(past(Moment.ofRoll(rules)), (member, voter) -> {
            if (failed.get() == null)
                try {
                    rules.electorate()
                            .seat(voter)
                            .ifPresent(seat -> each.on(member, seat.atMost(most).power()));
                } catch (ExpressionFailed e) {
                    // Kept for later: thrown in the midst of reading, it would end the transaction.
                    failed.set(e);
                }
        });
        var failure = failed.get();
        if (failure != null) throw failure;
    }

    private static final class Counting {
        private long members;
        private BigInteger power = BigInteger.ZERO;

        private void add(BigInteger more) {
            members++;
            power = power.add(more);
        }
    }
}
