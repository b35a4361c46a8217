// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.constitution.Account;
import org.folkmoot.constitution.Who;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.policy.Voter;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/** Who takes part in a period: the members of its start who are meant, as they were then. */
@ApplicationScoped
class Roll {
    private final RoleStore offices;
    private final Holdings holdings;
    private final int most;
    private final Sql sql;

    Roll(
            RoleStore offices,
            Holdings holdings,
            DataSource database,
            @ConfigProperty(name = "folkmoot.treasury.calendar-chunk") int most) {
        this.offices = offices;
        this.holdings = holdings;
        this.most = most;
        this.sql = new Sql(database);
    }

    /** Members in the order of their hashes, and the last who was looked at, unless that was everybody. */
    record Page(List<Hash> members, Optional<String> reached) {}

    /** The next of those who take part. */
    Page after(Progress progress, Optional<Who> who) {
        return page(progress, progress.reached(), who);
    }

    /** The next of those who take part who were not counted yet. */
    Page uncounted(Progress progress, Optional<Who> who) {
        return page(progress, progress.counted().upTo(), who);
    }

    private Page page(Progress progress, String after, Optional<Who> who) {
        var members = members(progress.community(), progress.position(), after);
        var taking = who.map(asked -> meant(progress, asked, members))
                .orElseGet(() -> members.stream().map(KnownMember::member).toList());
        return new Page(
                taking,
                members.size() < most
                        ? Optional.empty()
                        : Optional.of(members.getLast().member().hex()));
    }

    private List<Hash> meant(Progress progress, Who who, List<KnownMember> members) {
        var at = progress.turn().at();
        var roles = offices.holders(progress.community(), progress.position(), at);
        var owned = who.needs().isEmpty()
                ? Map.<String, Map<String, BigInteger>>of()
                : holdings.held(
                        progress.community(),
                        members.stream().map(Roll::account).toList(),
                        at);
        var meant = new ArrayList<Hash>();
        for (var member : members) {
            Voter voter = RoleStore.voter(
                    member,
                    roles.getOrDefault(member.member(), List.of()),
                    owned.getOrDefault(account(member), Map.of()));
            if (who.admits(voter, at)) meant.add(member.member());
        }
        return meant;
    }

    private static String account(KnownMember member) {
        return Account.MEMBER + member.member().hex();
    }

    private List<KnownMember> members(Hash community, long position, String after) {
        return sql.all(
                """
                select member, key, since, valid_from from known_member where community = ? and member > ?
                and valid_from <= ? and (valid_to is null or valid_to > ?) order by member limit ?""",
                Roll::member,
                community.bytes(),
                after.isEmpty() ? new byte[0] : Hash.parse(after).bytes(),
                position,
                position,
                most);
    }

    private static KnownMember member(ResultSet row) throws SQLException {
        return new KnownMember(
                new Hash(row.getBytes(1)), new PublicKey(row.getBytes(2)), Sql.instant(row, 3), row.getLong(4));
    }
}
