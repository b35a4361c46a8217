// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.policy.Voter;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Moment;

/** Reads members as a poll sees them at a moment: with the roles and the balances that they had then. */
@ApplicationScoped
class Electors {
    private final MembershipStore membership;
    private final RoleStore offices;
    private final BalanceStore balances;

    Electors(MembershipStore membership, RoleStore offices, BalanceStore balances) {
        this.membership = membership;
        this.offices = offices;
        this.balances = balances;
    }

    /** Every member of a moment, in the order of their hashes. */
    void each(Moment moment, BiConsumer<KnownMember, Voter> each) {
        var holders = holders(moment);
        if (moment.place().isEmpty())
            membership.members(
                    moment.community(),
                    moment.position(),
                    member -> each.accept(member, voter(member, holders, Map.of())));
        else
            balances.members(
                    moment.community(),
                    moment.position(),
                    moment.place().get(),
                    moment.electorate().assets(),
                    (member, owned) -> each.accept(member, voter(member, holders, owned)));
    }

    /** Those of the given people who were members at a moment, in the order of their hashes. */
    void some(Moment moment, Collection<Hash> some, BiConsumer<KnownMember, Voter> each) {
        var holders = holders(moment);
        if (moment.place().isEmpty())
            membership.members(
                    moment.community(),
                    moment.position(),
                    some,
                    member -> each.accept(member, voter(member, holders, Map.of())));
        else
            balances.members(
                    moment.community(),
                    moment.position(),
                    moment.place().get(),
                    moment.electorate().assets(),
                    some,
                    (member, owned) -> each.accept(member, voter(member, holders, owned)));
    }

    /** Somebody who was a member at a moment. */
    Optional<Voter> find(Moment moment, Hash member) {
        var owned = moment.place()
                .map(place -> balances.held(moment.community(), member, place))
                .orElse(Map.of());
        return membership
                .memberAt(moment.community(), member, moment.position())
                .map(known -> voter(known, holders(moment), owned));
    }

    private Map<Hash, List<String>> holders(Moment moment) {
        return offices.holders(moment.community(), moment.position(), moment.at());
    }

    private static Voter voter(KnownMember member, Map<Hash, List<String>> holders, Map<String, BigInteger> owned) {
        return RoleStore.voter(member, holders.getOrDefault(member.member(), List.of()), owned);
    }
}
