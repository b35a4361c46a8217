// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sample;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** What the sample service remembers. */
@ApplicationScoped
public class SampleStore implements PanacheRepositoryBase<SampleRow, Long> {
    /** Remembers words, once. */
    public void insert(String words) {
        var row = new SampleRow();
        row.words = words;
        persistAndFlush(row);
    }

    /** Everything that starts so, in the order in which it came. */
    @Transactional
    public List<String> startingWith(String prefix) {
        return find("words like ?1 order by id", prefix + "%").stream()
                .map(row -> row.words)
                .toList();
    }
}
