// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * Who signed, and what is known of them.
 *
 * @param first the key that the member came with, if they are a member now
 * @param valid whether the key that signed is theirs now, if it ever was somebody's in this community
 */
record Signer(SignedOrders signed, Optional<PublicKey> first, Optional<Boolean> valid) {
    private static final String SIGNERS = """
            select (select m.key from known_member m
                        where m.community = ? and m.member = asked.member and m.valid_to is null) as first,
                   (select k.member = asked.member and k.valid_to is null from known_key k
                        where k.community = ? and k.key = asked.key) as valid, key, place
            from unnest(?, ?) with ordinality as asked (member, key, place)""";

    private static final String QUESTION = SIGNERS + " order by place";

    // What is looked up is used more than once: the offset keeps it from being looked up each time.
    /** Whether {@link #refusal()} has nothing against any of them: the same question, as a condition. */
    static final String ALL_VALID = "(select bool_and(first is not null and coalesce(valid, first = key)) from ("
            + SIGNERS + " offset 0) as signers)";

    /** Gives {@link #ALL_VALID} its values. */
    static void ask(JoinedStatement statement, Hash community, List<SignedOrders> signed) throws SQLException {
        statement.value(community.bytes());
        statement.value(community.bytes());
        statement.array("bytea", signed, one -> one.actor().bytes(), byte[][]::new);
        statement.array("bytea", signed, one -> one.key().bytes(), byte[][]::new);
    }

    /** Asks who they are, in their order. Nothing is locked for somebody who may not ask for it. */
    static List<Signer> of(Sql sql, Hash community, List<SignedOrders> signed) {
        var next = signed.iterator();
        return sql.all(
                QUESTION,
                row -> of(next.next(), row),
                community.bytes(),
                community.bytes(),
                signed.stream().map(one -> one.actor().bytes()).toArray(byte[][]::new),
                signed.stream().map(one -> one.key().bytes()).toArray(byte[][]::new));
    }

    private static Signer of(SignedOrders signed, ResultSet row) throws SQLException {
        return new Signer(
                signed,
                Optional.ofNullable(row.getBytes(1)).map(PublicKey::new),
                Optional.ofNullable(row.getObject(2, Boolean.class)));
    }

    /** Why the ledger does not look at what they signed. */
    Optional<ActRefusal> refusal() {
        Hash actor = signed.actor();
        if (first.isEmpty()) return Optional.of(new ActRefusal.NotAMember(signed.community(), actor));
        boolean theirs = valid.orElseGet(() -> first.get().equals(signed.key()));
        return theirs
                ? Optional.empty()
                : Optional.of(new ActRefusal.KeyNotValid(actor, signed.key().did()));
    }
}
