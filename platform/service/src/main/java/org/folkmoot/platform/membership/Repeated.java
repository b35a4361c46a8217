// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * What comes for a position that was reached before has to be what stands there. Anything else says that whoever decides about
 * members was set back and went another way, which nobody may pass over in silence.
 */
@ApplicationScoped
class Repeated {
    private final Sql sql;

    Repeated(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    void joined(Hash community, long position, List<Admission> members) {
        check(
                community,
                position,
                "select count(*) = ? from known_member where community = ? and valid_from = ? and member = any(?)",
                members.size(),
                community.bytes(),
                position,
                Sql.hashes(members.stream().map(Admission::member).toList()));
    }

    void removed(Hash community, long position, Hash member) {
        check(
                community,
                position,
                "select count(*) = 1 from known_member where community = ? and member = ? and valid_to = ?",
                community.bytes(),
                member.bytes(),
                position);
    }

    void granted(Hash community, long position, Hash member, String role) {
        check(
                community,
                position,
                "select count(*) = 1 from known_role where community = ? and member = ? and role = ? and valid_from = ?",
                community.bytes(),
                member.bytes(),
                role,
                position);
    }

    /** Whoever never had the role left no trace when it was taken. */
    void revoked(Hash community, long position, Hash member, String role) {
        check(
                community,
                position,
                "select count(*) = 0 or bool_or(valid_to = ?) is true from known_role where community = ? and member = ? and role = ?",
                position,
                community.bytes(),
                member.bytes(),
                role);
    }

    void changed(Hash community, long position, Hash member, List<PublicKey> added, List<PublicKey> revoked) {
        check(
                community,
                position,
                """
                select count(*) filter (where valid_from = ? and key = any(?)) = ? and count(*) filter (where valid_to = ? and key = any(?)) = ?
                from known_key where community = ? and member = ?""",
                position,
                keys(added),
                added.size(),
                position,
                keys(revoked),
                revoked.size(),
                community.bytes(),
                member.bytes());
    }

    private void check(Hash community, long position, String question, Object... parameters) {
        if (!sql.first(question, row -> row.getBoolean(1), parameters).orElse(false))
            throw new IllegalStateException(
                    "position " + position + " of " + community + " was reached by something else");
    }

    private static byte[][] keys(List<PublicKey> keys) {
        return keys.stream().map(PublicKey::bytes).toArray(byte[][]::new);
    }
}
