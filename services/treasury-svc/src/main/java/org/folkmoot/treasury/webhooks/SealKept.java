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

    private record Open(String webhook, Optional<Long> before, byte[] secret) {}

    @Transactional
    void start(@Observes DatabaseReady ready) {
        if (sealSecrets.isReady()) handle();
    }

    /** Seals all that is not sealed, and says how many secrets that were. */
    @Transactional
    int handle() {
        var now = sql.all(
                "select id, secret from webhook where octet_length(secret) = ? order by id for update",
                row -> new Open(row.getString(1), Optional.empty(), row.getBytes(2)),
                Scheme.SECRET_BYTES);
        var before = sql.all(
                "select webhook, secret, number from webhook_secret_before where octet_length(secret) = ?"
                        + " order by webhook, number for update",
                row -> new Open(row.getString(1), Optional.of(row.getLong(3)), row.getBytes(2)),
                Scheme.SECRET_BYTES);
        now.forEach(this::seal);
        before.forEach(this::seal);
        return now.size() + before.size();
    }

    private void seal(Open open) {
        var sealed = sealSecrets.seal(open.webhook, open.secret);
        if (open.before.isEmpty()) sql.update("update webhook set secret = ? where id = ?", sealed, open.webhook);
        else
            sql.update(
                    "update webhook_secret_before set secret = ? where webhook = ? and number = ?",
                    sealed,
                    open.webhook,
                    open.before.get());
    }
}
