// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;

/** Under which policy proposals are decided. */
@ApplicationScoped
public class ProposalPolicies {
    private final Sql sql;

    ProposalPolicies(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Keeps the policy of a proposal, which never changes. */
    @Transactional(TxType.MANDATORY)
    public void keep(ProposalSubmittedV1 submitted) {
        sql.update(
                "insert into proposal_policy (community, proposal, policy) values (?, ?, ?) on conflict do nothing",
                submitted.community(),
                Hash.parse(submitted.proposal()).bytes(),
                policy(submitted));
    }

    /** Only this one word is read, so that a definition may say more than is known here. */
    private static String policy(ProposalSubmittedV1 submitted) {
        return StrictJson.parse(submitted.definition().getBytes(UTF_8)) instanceof Json.Obj definition
                        && definition.get("policy").orElse(definition) instanceof Json.Str(String name)
                ? name
                : "";
    }

    /** The policies of those that are known. */
    @Transactional(TxType.SUPPORTS)
    public Map<Hash, String> of(Hash community, Collection<Hash> proposals) {
        return sql
                .all(
                        "select proposal, policy from proposal_policy where community = ? and proposal = any (?)",
                        row -> Map.entry(new Hash(row.getBytes(1)), row.getString(2)),
                        community.hex(),
                        Sql.hashes(proposals))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
