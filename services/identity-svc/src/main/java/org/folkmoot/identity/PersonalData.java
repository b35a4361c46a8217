// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.identity.domain.Personal;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.secrets.KeyFile;
import org.folkmoot.platform.secrets.Sealed;
import org.folkmoot.record.Hash;

/**
 * Keeps personal data so that nobody reads it in the database alone: each member's under a key of its own, and that key
 * under the service's key, which is in a file. What is erased is gone with the member's key. It ends with the membership.
 */
@Startup // a key file that cannot be read is said at the start
@ApplicationScoped
public class PersonalData {
    /** What is logged. */
    public enum Done {
        PUT("put"),
        EXPORTED("exported"),
        ERASED("erased");

        private final String word;

        Done(String word) {
            this.word = word;
        }
    }

    private final Optional<byte[]> serviceKey;
    private final Sql sql;

    PersonalData(
            @ConfigProperty(name = "folkmoot.personal.key-file") Optional<Path> keyFile, AgroalDataSource database) {
        this.serviceKey = keyFile.map(file -> KeyFile.read(file, "personal data"));
        this.sql = new Sql(database);
    }

    /** Keeps somebody's data in the place of what was there. */
    @Transactional(TxType.MANDATORY)
    public void put(Hash community, Hash member, Personal personal, Instant at, Hash act) {
        var plain = ByteBuffer.allocate(Personal.SALT + personal.data().length)
                .put(personal.salt())
                .put(personal.data())
                .array();
        sql.update(
                """
                insert into personal_data (community, member, commitment, sealed, put_at) values (?, ?, ?, ?, ?)
                on conflict (community, member) do update set
                    commitment = excluded.commitment, sealed = excluded.sealed, put_at = excluded.put_at""",
                community.bytes(),
                member.bytes(),
                personal.commitment().bytes(),
                seal(community, member, plain),
                at);
        log(community, member, Done.PUT, at, act.hex());
    }

    /** Seals something else that is personal, under the same key. */
    @Transactional(TxType.MANDATORY)
    public byte[] seal(Hash community, Hash member, byte[] plain) {
        return Sealed.seal(keyOrNew(community, member), context(community, member), plain);
    }

    /** Opens what was sealed for somebody whose key is still there. */
    @Transactional(TxType.SUPPORTS)
    public byte[] open(Hash community, Hash member, byte[] kept) {
        return Sealed.open(key(community, member).orElseThrow(), context(community, member), kept);
    }

    /** What somebody told, if it is still there. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Personal> find(Hash community, Hash member) {
        return sql.first(
                        "select sealed from personal_data where community = ? and member = ?",
                        row -> row.getBytes(1),
                        community.bytes(),
                        member.bytes())
                .map(kept -> open(community, member, kept))
                .map(plain -> new Personal(
                        Arrays.copyOf(plain, Personal.SALT), Arrays.copyOfRange(plain, Personal.SALT, plain.length)));
    }

    /** Destroys somebody's key, and what was sealed under it; true if there was any. */
    @Transactional(TxType.MANDATORY)
    public boolean erase(Hash community, Hash member, Instant at, String cause) {
        int found = sql.update(
                "delete from personal_key where community = ? and member = ?", community.bytes(), member.bytes());
        found += sql.update(
                "delete from member_login where community = ? and member = ?", community.bytes(), member.bytes());
        found += sql.update(
                "delete from presented_credential where community = ? and applicant = ?",
                community.bytes(),
                member.bytes());
        if (found > 0) log(community, member, Done.ERASED, at, cause);
        return found > 0;
    }

    /** Notes what was done. */
    @Transactional(TxType.MANDATORY)
    public void log(Hash community, Hash member, Done done, Instant at, String cause) {
        sql.update(
                "insert into personal_log (community, member, done, at, cause) values (?, ?, ?, ?, ?)",
                community.bytes(),
                member.bytes(),
                done.word,
                at,
                cause);
    }

    private byte[] keyOrNew(Hash community, Hash member) {
        var service = serviceKey();
        sql.update(
                "insert into personal_key (community, member, sealed) values (?, ?, ?) on conflict do nothing",
                community.bytes(),
                member.bytes(),
                Sealed.seal(service, context(community, member), Sealed.random(Sealed.KEY)));
        return key(community, member).orElseThrow();
    }

    private Optional<byte[]> key(Hash community, Hash member) {
        return sql.first(
                        "select sealed from personal_key where community = ? and member = ?",
                        row -> row.getBytes(1),
                        community.bytes(),
                        member.bytes())
                .map(kept -> Sealed.open(serviceKey(), context(community, member), kept));
    }

    private byte[] serviceKey() {
        return serviceKey.orElseThrow(() -> new Refused(new Refusal.PersonalDataNotProvided()));
    }

    private static byte[] context(Hash community, Hash member) {
        return ByteBuffer.allocate(2 * Hash.SIZE)
                .put(community.bytes())
                .put(member.bytes())
                .array();
    }
}
