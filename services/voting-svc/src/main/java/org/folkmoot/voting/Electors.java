// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Voter;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.PollRules;

/** Reads members as a poll sees them: with the roles and the balances of the positions that its definition names. */
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

    /** Every member as of the poll's position, in the order of their hashes. */
    void each(PollRules rules, BiConsumer<KnownMember, Voter> each) {
        var definition = rules.definition();
        var community = definition.community();
        var holders = holders(rules);
        if (definition.balancesPosition().isEmpty())
            membership.members(
                    community,
                    definition.rollPosition(),
                    member -> each.accept(member, voter(member, holders, Map.of())));
        else
            balances.members(
                    community,
                    definition.rollPosition(),
                    definition.balancesPosition().get(),
                    assets(rules),
                    (member, owned) -> each.accept(member, voter(member, holders, owned)));
    }

    /** Somebody who was a member as of the poll's position. */
    Optional<Voter> find(PollRules rules, Hash member) {
        var definition = rules.definition();
        var owned = definition
                .balancesPosition()
                .map(place -> balances.held(definition.community(), member, place))
                .orElse(Map.of());
        return membership
                .memberAt(definition.community(), member, definition.rollPosition())
                .map(known -> voter(known, holders(rules), owned));
    }

    /** The assets of which the poll's body asks what members own. */
    static List<String> assets(PollRules rules) {
        return rules.electorate().needs().stream()
                .filter(Need.Balances.class::isInstance)
                .map(need -> ((Need.Balances) need).asset())
                .toList();
    }

    private Map<Hash, List<String>> holders(PollRules rules) {
        var definition = rules.definition();
        return offices.holders(definition.community(), definition.rollPosition(), definition.rollAt());
    }

    private static Voter voter(KnownMember member, Map<Hash, List<String>> holders, Map<String, BigInteger> owned) {
        return RoleStore.voter(member, holders.getOrDefault(member.member(), List.of()), owned);
    }
}
