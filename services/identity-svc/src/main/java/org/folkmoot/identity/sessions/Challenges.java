// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ServiceKey;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/**
 * What a member signs to open a session, so that nobody can use an old signature. A challenge is its own proof: the
 * second at which it ends (8 bytes), 16 random bytes and 16 bytes of an HMAC-SHA-256 over both and the community. So
 * asking for one writes nothing, and anyone may ask; only one that was used is written down.
 */
@ApplicationScoped
class Challenges {
    static final Duration VALID = Duration.ofMinutes(5);

    private static final int RANDOM = 16;
    private static final int SIGNED = Long.BYTES + RANDOM;
    private static final int MAC = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "folkmoot session challenge 1".getBytes(UTF_8);

    private final ServiceKey serviceKey;
    private final Sql sql;
    private final SecureRandom random = new SecureRandom();

    Challenges(ServiceKey serviceKey, AgroalDataSource database) {
        this.serviceKey = serviceKey;
        this.sql = new Sql(database);
    }

    /** A challenge for this community, and until when it can be used. */
    Challenge make(Hash community, Instant now) {
        var until = Instant.ofEpochSecond(now.plus(VALID).getEpochSecond());
        var signed = new byte[SIGNED];
        random.nextBytes(signed);
        ByteBuffer.wrap(signed).putLong(until.getEpochSecond());
        var bytes = ByteBuffer.allocate(SIGNED + MAC).put(signed).put(mac(community, signed));
        return new Challenge(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()), until);
    }

    /** Takes a challenge that was made for this community, is not over and was never used. */
    @Transactional(TxType.MANDATORY)
    void use(Hash community, String challenge, Instant now) {
        var bytes = bytes(challenge);
        var signed = Arrays.copyOf(bytes, SIGNED);
        if (!MessageDigest.isEqual(mac(community, signed), Arrays.copyOfRange(bytes, SIGNED, bytes.length)))
            throw new Refused(new Refusal.ChallengeInvalid());
        var until = Instant.ofEpochSecond(ByteBuffer.wrap(signed).getLong());
        if (!now.isBefore(until)) throw new Refused(new Refusal.ChallengeExpired(until));
        sql.update("delete from used_challenge where until <= ?", now);
        if (sql.update(
                        "insert into used_challenge (challenge, until) values (?, ?) on conflict do nothing",
                        bytes,
                        until)
                == 0) throw new Refused(new Refusal.ChallengeUsed());
    }

    private static byte[] bytes(String challenge) {
        try {
            var bytes = Base64.getUrlDecoder().decode(challenge);
            if (bytes.length == SIGNED + MAC) return bytes;
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new Refused(new Refusal.ChallengeInvalid());
    }

    private byte[] mac(Hash community, byte[] signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(serviceKey.get().seed(), ALGORITHM));
            mac.update(PURPOSE);
            mac.update(community.bytes());
            return Arrays.copyOf(mac.doFinal(signed), MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
    }

    /** A challenge as its asker gets it. */
    record Challenge(String challenge, Instant until) {}
}
