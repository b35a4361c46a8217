// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.folkmoot.constitution.Account;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.treasury.AccountStore;
import org.folkmoot.treasury.Courses;
import org.folkmoot.treasury.IssuedStore;
import org.folkmoot.treasury.TooManyPromises;
import org.folkmoot.treasury.domain.forecasting.Course;
import org.folkmoot.treasury.domain.forecasting.Debts;
import org.folkmoot.treasury.domain.forecasting.Standing;

/** Reads how everything stands that the calendar touches, and nothing of what is over. */
@ApplicationScoped
class BeginCourse implements Courses {
    private final CalendarStore calendars;
    private final AccountStore accounts;
    private final IssuedStore issued;
    private final Holdings holdings;
    private final Sql sql;

    BeginCourse(
            CalendarStore calendars,
            AccountStore accounts,
            IssuedStore issued,
            Holdings holdings,
            DataSource database) {
        this.calendars = calendars;
        this.accounts = accounts;
        this.issued = issued;
        this.holdings = holdings;
        this.sql = new Sql(database);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Course begin(Hash community, Asset asset, Instant now) {
        long position = calendars.position(community, now);
        var members = few(members(community, position));
        var standing = new Standing(
                community,
                now,
                asset,
                few(accounts.holding(community, asset.code(), Course.MOST + 1)),
                issued.at(community, asset, now),
                few(owed(community, asset)),
                members.size());
        return new Course(
                standing,
                calendars.timetable(community),
                calendars.begun(community),
                new Takers(
                        asset.code(),
                        members,
                        few(offices(community, position)).stream()
                                .collect(Collectors.groupingBy(Takers.Office::member)),
                        holdings.held(
                                community,
                                members.stream().map(BeginCourse::account).toList(),
                                now)));
    }

    private static <T> List<T> few(List<T> found) {
        if (found.size() > Course.MOST) throw new TooManyPromises(Course.MOST);
        return found;
    }

    private static String account(KnownMember member) {
        return Account.MEMBER + member.member().hex();
    }

    private List<KnownMember> members(Hash community, long position) {
        return sql.all(
                """
                select member, key, since, valid_from from known_member where community = ?
                and valid_from <= ? and (valid_to is null or valid_to > ?) order by member limit ?""",
                row -> new KnownMember(
                        new Hash(row.getBytes(1)), new PublicKey(row.getBytes(2)), Sql.instant(row, 3), row.getLong(4)),
                community.bytes(),
                position,
                position,
                Course.MOST + 1);
    }

    private List<Takers.Office> offices(Hash community, long position) {
        return sql.all(
                """
                select member, role, until from known_role where community = ? and valid_from <= ?
                and (valid_to is null or valid_to > ?) order by member, role limit ?""",
                row -> new Takers.Office(new Hash(row.getBytes(1)), row.getString(2), Sql.instant(row, 3)),
                community.bytes(),
                position,
                position,
                Course.MOST + 1);
    }

    private List<Debts.Owed> owed(Hash community, Asset asset) {
        return sql.all(
                "select " + DebtStore.COLUMNS + ", again from due where community = ? and asset = ? and paid_at is null"
                        + " order by starts, name, member limit ?",
                row -> new Debts.Owed(
                        DebtStore.debt(community, row),
                        row.getObject(11) == null ? Optional.empty() : Optional.of(Sql.instant(row, 11))),
                community.hex(),
                asset.code(),
                Course.MOST + 1);
    }
}
