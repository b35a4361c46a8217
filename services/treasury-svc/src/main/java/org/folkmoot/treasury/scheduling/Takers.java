// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Account;
import org.folkmoot.constitution.Who;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.forecasting.Course;

/**
 * Who takes part in periods that are ahead, if whoever is a member stays one: with the roles that are given already, until
 * their terms end, and with what everybody holds of other assets now.
 *
 * @param offices the roles of each member who has any
 * @param asset the code of the asset of which it is foretold what they hold
 * @param others what accounts hold of every asset
 */
record Takers(
        String asset,
        List<KnownMember> members,
        Map<Hash, List<Office>> offices,
        Map<String, Map<String, BigInteger>> others)
        implements Course.Roll {
    /** A role that somebody holds until its term ends. */
    record Office(Hash member, String role, Instant until) {}

    @Override
    public List<Hash> at(Instant start, Optional<Who> who, Map<String, BigInteger> held) {
        return members.stream()
                .filter(member ->
                        who.map(asked -> admits(asked, member, start, held)).orElse(true))
                .map(KnownMember::member)
                .toList();
    }

    private boolean admits(Who who, KnownMember member, Instant start, Map<String, BigInteger> held) {
        var roles = offices.getOrDefault(member.member(), List.of()).stream()
                .filter(office -> office.until.isAfter(start))
                .map(Office::role)
                .toList();
        var account = Account.MEMBER + member.member().hex();
        var owned = new HashMap<>(others.getOrDefault(account, Map.of()));
        owned.put(asset, held.getOrDefault(account, BigInteger.ZERO));
        return who.admits(RoleStore.voter(member, roles, owned), start);
    }
}
