// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.folkmoot.policy.Voter;
import org.folkmoot.record.Hash;

/** Reads members as a body sees them at a moment: with the roles and the balances that they had then. */
@ApplicationScoped
public class Voters {
    /**
     * A community at a moment.
     *
     * @param position the membership position
     * @param at as of when roles are held
     * @param place the place in the journal as of which balances count, where the body asks for them
     * @param assets the assets of which balances count
     */
    public record Past(Hash community, long position, Instant at, Optional<Long> place, List<String> assets) {}

    private final MembershipStore membership;
    private final RoleStore offices;
    private final BalanceStore balances;

    Voters(MembershipStore membership, RoleStore offices, BalanceStore balances) {
        this.membership = membership;
        this.offices = offices;
        this.balances = balances;
    }

    /** Every member of then, in the order of their hashes; a million do not fill the memory. */
    @Transactional(TxType.MANDATORY)
    public void each(Past past, BiConsumer<KnownMember, Voter> each) {
        read(past, Optional.empty(), each);
    }

    /** Those of the given people who were members then, in the order of their hashes. */
    @Transactional(TxType.MANDATORY)
    public void some(Past past, Collection<Hash> some, BiConsumer<KnownMember, Voter> each) {
        read(past, Optional.of(some), each);
    }

    /** Somebody who was a member then. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Voter> find(Past past, Hash member) {
        var owned = past.place()
                .map(place -> balances.held(past.community(), member, place))
                .orElse(Map.of());
        return membership
                .memberAt(past.community(), member, past.position())
                .map(known -> voter(known, holders(past), owned));
    }

    private void read(Past past, Optional<Collection<Hash>> some, BiConsumer<KnownMember, Voter> each) {
        var holders = holders(past);
        past.place()
                .ifPresentOrElse(
                        place -> balances.members(
                                past.community(),
                                past.position(),
                                place,
                                past.assets(),
                                some,
                                (member, owned) -> each.accept(member, voter(member, holders, owned))),
                        () -> membership.members(
                                past.community(),
                                past.position(),
                                some,
                                member -> each.accept(member, voter(member, holders, Map.of()))));
    }

    private Map<Hash, List<String>> holders(Past past) {
        return offices.holders(past.community(), past.position(), past.at());
    }

    private static Voter voter(KnownMember member, Map<Hash, List<String>> holders, Map<String, BigInteger> owned) {
        return RoleStore.voter(member, holders.getOrDefault(member.member(), List.of()), owned);
    }
}
