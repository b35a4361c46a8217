// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The key that the service itself signs with, such as receipts; never for a member. It is made once, when it is first
 * needed, and kept with the service's data, so that every replica has the same one.
 */
@ApplicationScoped
public class ServiceKey {
    private final Sql sql;
    private volatile @Nullable SecretKey key;

    ServiceKey(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** The key; the first call needs the database. */
    @Transactional
    public SecretKey get() {
        var known = key;
        if (known == null) key = known = load();
        return known;
    }

    private SecretKey load() {
        sql.update("insert into service_key (seed) values (?) on conflict do nothing", (Object)
                SecretKey.generate(new SecureRandom()).seed());
        return sql.first("select seed from service_key", row -> new SecretKey(row.getBytes(1)))
                .orElseThrow();
    }
}
