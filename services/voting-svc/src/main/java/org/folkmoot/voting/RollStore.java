// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.policy.Voter;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Roll;
import org.folkmoot.voting.domain.RollTotals;
import org.folkmoot.voting.domain.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Rolls as questions to the members' past: who was a member at the poll's position and satisfies its body's condition.
 * The past does not change, so a roll is never copied; only its totals are kept, and they prove that it is still the
 * same whenever it is read again.
 */
@ApplicationScoped
public class RollStore {
    private final MembershipStore membership;
    private final RoleStore offices;
    private final Sql sql;
    private final SecureRandom random = new SecureRandom();

    RollStore(MembershipStore membership, RoleStore offices, DataSource database) {
        this.offices = offices;
        this.membership = membership;
        this.sql = new Sql(database);
    }

    /** Counts who is on the roll, or throws {@link ExpressionFailed}, after which the transaction still stands. */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = ExpressionFailed.class)
    public RollTotals count(PollRules rules) {
        var counting = new Counting();
        each(rules, (_, power) -> counting.add(power));
        return new RollTotals(counting.members, counting.power);
    }

    /** Reads the roll into memory; it must have the totals that it was frozen with. */
    @Transactional(TxType.MANDATORY)
    public Roll load(PollRules rules, RollTotals frozen) {
        var builder = new Roll.Builder(Math.toIntExact(frozen.members()));
        each(rules, (member, power) -> builder.add(member.member(), member.key(), power));
        var roll = builder.build(random.nextLong());
        if (!roll.totals().equals(frozen))
            throw new IllegalStateException("the roll of " + rules.definition().id() + " was frozen with " + frozen
                    + " and has " + roll.totals());
        return roll;
    }

    /** Says whether a member is on the roll, and why. */
    @Transactional
    public Standing standing(PollRules rules, Hash member) {
        var definition = rules.definition();
        var known = membership.memberAt(definition.community(), member, definition.rollPosition());
        if (known.isEmpty()) return stranger(definition, member);
        var since = known.get().since();
        return rules.electorate()
                .seat(voter(known.get(), holders(definition)))
                .<Standing>map(seat -> new Standing.OnRoll(seat.power(), since))
                .orElseGet(() -> new Standing.NotInBody(definition.body(), rules.who(), since));
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

    @FunctionalInterface
    private interface Each {
        void on(KnownMember member, BigInteger power);
    }

    private void each(PollRules rules, Each each) {
        var definition = rules.definition();
        var holders = holders(definition);
        var failed = new AtomicReference<@Nullable ExpressionFailed>();
        membership.members(definition.community(), definition.rollPosition(), member -> {
            if (failed.get() == null) seat(rules, voter(member, holders), member, each, failed);
        });
        var failure = failed.get();
        if (failure != null) throw failure;
    }

    /** Keeps a failure for later: thrown in the midst of reading, it would end the transaction. */
    private static void seat(
            PollRules rules,
            Voter voter,
            KnownMember member,
            Each each,
            AtomicReference<@Nullable ExpressionFailed> failed) {
        try {
            rules.electorate().seat(voter).ifPresent(seat -> each.on(member, seat.power()));
        } catch (ExpressionFailed e) {
            failed.set(e);
        }
    }

    private Map<Hash, List<String>> holders(PollDefinition definition) {
        return offices.holders(definition.community(), definition.rollPosition(), definition.rollAt());
    }

    private static Voter voter(KnownMember member, Map<Hash, List<String>> holders) {
        return RoleStore.voter(member, holders.getOrDefault(member.member(), List.of()));
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
