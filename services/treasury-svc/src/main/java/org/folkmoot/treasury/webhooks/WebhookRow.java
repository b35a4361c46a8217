// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** How an endpoint stands in the database. */
final class WebhookRow {
    static final String SELECT = """
            select w.id, w.community, w.url, w.types, w.scheme, w.secret, w.old_secret, w.old_until, w.reason,
                w.registered_at, w.tries, w.claim, w.number
            from webhook w
            """;

    private static final byte[] CLOSED = {};

    private WebhookRow() {}

    static Webhook read(ResultSet row, SealSecrets sealSecrets) throws SQLException {
        var id = row.getString(1);
        return new Webhook(
                id,
                Hash.parse(row.getString(2)),
                row.getString(3),
                List.of((String[]) row.getArray(4).getArray()),
                new Webhook.Keys(
                        Scheme.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                        sealSecrets.open(id, row.getBytes(6)).orElse(CLOSED),
                        old(id, row, sealSecrets)),
                row.getString(9),
                Sql.instant(row, 10),
                row.getInt(11),
                row.getLong(12),
                row.getLong(13));
    }

    private static Optional<Webhook.Old> old(String id, ResultSet row, SealSecrets sealSecrets) throws SQLException {
        var kept = row.getBytes(7);
        var secret = kept == null ? Optional.<byte[]>empty() : sealSecrets.open(id, kept);
        return secret.isPresent() ? Optional.of(new Webhook.Old(secret.get(), Sql.instant(row, 8))) : Optional.empty();
    }
}
