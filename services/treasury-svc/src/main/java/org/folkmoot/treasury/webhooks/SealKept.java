// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.folkmoot.platform.data.DatabaseReady;
import org.folkmoot.platform.data.Sql;

/** Seals at the start what was kept before there was a key. Replicas that start together seal it once. */
@ApplicationScoped
class SealKept {
    private final SealSecrets sealSecrets;
    private final Sql sql;

    SealKept(SealSecrets sealSecrets, AgroalDataSource database) {
        this.sealSecrets = sealSecrets;
        this.sql = new Sql(database);
    }

    private record Open(String webhook, byte[] secret, Optional<byte[]> old) {}

    @Transactional
    void start(@Observes DatabaseReady ready) {
        if (sealSecrets.isReady()) handle();
    }

    /** Seals all that is not sealed, and says how many had anything. */
    @Transactional
    int handle() {
        var open = sql.all(
                "select id, secret, old_secret from webhook where octet_length(secret) = ? or octet_length(old_secret) = ?"
                        + " order by id for update",
                row -> new Open(row.getString(1), row.getBytes(2), Optional.ofNullable(row.getBytes(3))),
                Scheme.SECRET_BYTES,
                Scheme.SECRET_BYTES);
        open.forEach(one -> sql.update(
                "update webhook set secret = ?, old_secret = ? where id = ?",
                sealed(one.webhook, one.secret),
                one.old.map(old -> sealed(one.webhook, old)),
                one.webhook));
        return open.size();
    }

    private byte[] sealed(String webhook, byte[] kept) {
        return SealSecrets.isSealed(kept) ? kept : sealSecrets.seal(webhook, kept);
    }
}
