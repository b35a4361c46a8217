// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.policy.Fraction;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;

/** What policies remember from poll to poll, pinned to the polls that lead a stage. */
@ApplicationScoped
public class TrendStore {
    private final Sql sql;

    TrendStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** What a policy remembers in a community since the poll that was decided last; nothing if there was none. */
    @Transactional(TxType.MANDATORY)
    public Map<String, Fraction> remembered(Hash community, String policy) {
        return sql.first("""
                        select trends_after from poll
                        where community = ? and policy = ? and trends_after is not null
                        order by ended_at desc, no desc limit 1""", row -> read(row.getString(1)), community.bytes(), policy)
                .orElse(Map.of());
    }

    /** Pins to a poll what its policy remembers. */
    @Transactional(TxType.MANDATORY)
    public void pin(long no, String policy, Map<String, Fraction> trends) {
        sql.update("update poll set policy = ?, trends = ? where no = ?", policy, write(trends), no);
    }

    /** What was pinned to a poll. */
    @Transactional(TxType.MANDATORY)
    public Map<String, Fraction> pinned(long no) {
        return sql.first(
                        "select trends from poll where no = ? and trends is not null",
                        row -> read(row.getString(1)),
                        no)
                .orElse(Map.of());
    }

    /** Keeps what a poll's decision made of it. */
    @Transactional(TxType.MANDATORY)
    public void remember(long no, Map<String, Fraction> trends) {
        sql.update("update poll set trends_after = ? where no = ?", write(trends), no);
    }

    private static String write(Map<String, Fraction> trends) {
        var texts = new TreeMap<String, Object>();
        trends.forEach((name, share) -> texts.put(name, share.numerator() + "/" + share.denominator()));
        return Json.object(texts).canonicalText();
    }

    private static Map<String, Fraction> read(String text) {
        var trends = new LinkedHashMap<String, Fraction>();
        if (StrictJson.parse(text.getBytes(UTF_8)) instanceof Json.Obj object)
            object.members().forEach((name, share) -> trends.put(name, Fraction.parse(String.valueOf(share.plain()))));
        return trends;
    }
}
