// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** How an endpoint stands in the database. */
final class WebhookRow {
    static final String SELECT = """
            select w.id, w.community, w.url, w.types, w.scheme, w.secret,
                array(select b.secret from webhook_secret_before b where b.webhook = w.id order by b.number desc),
                array(select (extract(epoch from b.until) * 1000)::bigint from webhook_secret_before b
                    where b.webhook = w.id order by b.number desc),
                w.reason, w.registered_at, w.tries, w.fault, w.claim, w.number
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
                row.getString(12),
                row.getLong(13),
                row.getLong(14));
    }

    /** What can be opened of what was replaced, the newest first. */
    private static List<Webhook.Old> old(String id, ResultSet row, SealSecrets sealSecrets) throws SQLException {
        var secrets = (byte[][]) row.getArray(7).getArray();
        var until = (Long[]) row.getArray(8).getArray();
        var old = new ArrayList<Webhook.Old>();
        for (int i = 0; i < secrets.length; i++) {
            var moment = Instant.ofEpochMilli(until[i]);
            sealSecrets.open(id, secrets[i]).ifPresent(secret -> old.add(new Webhook.Old(secret, moment)));
        }
        return List.copyOf(old);
    }
}
