// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.folkmoot.platform.acts.ServiceKey;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/**
 * Which login is whose. A login is kept as an HMAC-SHA-256 of its issuer and subject, so that a copy of the table tells
 * nobody who logs in where.
 */
@ApplicationScoped
class LoginStore {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "folkmoot login 1".getBytes(UTF_8);

    private final ServiceKey serviceKey;
    private final Sql sql;

    LoginStore(ServiceKey serviceKey, AgroalDataSource database) {
        this.serviceKey = serviceKey;
        this.sql = new Sql(database);
    }

    /** False if the login is somebody else's in this community. */
    boolean link(Hash community, LoginTokens.Login login, Hash member, Instant at) {
        return sql.update("""
                        insert into member_login as known (community, login, member, linked_at) values (?, ?, ?, ?)
                        on conflict (community, login) do update set linked_at = excluded.linked_at
                        where known.member = excluded.member""", community.bytes(), name(login), member.bytes(), at) == 1;
    }

    /** How many logins of a member ended. */
    int unlink(Hash community, Hash member) {
        return sql.update(
                "delete from member_login where community = ? and member = ?", community.bytes(), member.bytes());
    }

    Optional<Hash> member(Hash community, LoginTokens.Login login) {
        return sql.first(
                "select member from member_login where community = ? and login = ?",
                row -> new Hash(row.getBytes(1)),
                community.bytes(),
                name(login));
    }

    private byte[] name(LoginTokens.Login login) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(serviceKey.get().seed(), ALGORITHM));
            mac.update(PURPOSE);
            var issuer = login.issuer().getBytes(UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(issuer.length).array());
            mac.update(issuer);
            return mac.doFinal(login.subject().getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
    }
}
