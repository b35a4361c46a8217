// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.policy.Fraction;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.proposals.domain.Refusal.TooFewLeft;
import org.folkmoot.record.Hash;

/**
 * Whether so many of the shares with which members leave are left as the policy of a proposal asks for, of the most that there were
 * since it was submitted. As far as this service has heard of the journal.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Retention {
    private final Rulebook rulebook;
    private final Lives lives;
    private final BalanceStore balances;
    private final Sql sql;

    Retention(Rulebook rulebook, Lives lives, BalanceStore balances, AgroalDataSource database) {
        this.rulebook = rulebook;
        this.lives = lives;
        this.balances = balances;
        this.sql = new Sql(database);
    }

    /** Remembers from where on shares are counted, if the policy asks for it. */
    public void begin(Proposal proposal, Ruling ruling) {
        if (ruling.policy().retention().isPresent())
            sql.update(
                    "insert into retention (proposal, place) values (?, ?)",
                    proposal.id(),
                    balances.position(Hash.parse(proposal.community())));
    }

    /** Too few, if nothing of a proposal may be enacted now. */
    public Optional<TooFewLeft> broken(Proposal proposal) {
        return sql.first("select place from retention where proposal = ?", row -> row.getLong(1), proposal.id())
                .flatMap(place -> broken(proposal, place));
    }

    private Optional<TooFewLeft> broken(Proposal proposal, long since) {
        var entry = lives.entry(proposal);
        var community = Hash.parse(proposal.community());
        var rules = rulebook.constitution(community, Hash.parse(entry.constitution()));
        var least = rules.policy(entry.policy()).orElseThrow().retention().orElseThrow();
        return broken(community, rules, least, since);
    }

    private Optional<TooFewLeft> broken(Hash community, Constitution rules, Fraction least, long since) {
        var code = rules.treasury().spending().exit().orElseThrow().shares();
        var shares = rules.asset(code).orElseThrow();
        var left = balances.supply(community, code, Long.MAX_VALUE);
        var most = balances.mostSupply(community, code, since);
        return least.reachedBy(left, most)
                ? Optional.empty()
                : Optional.of(new TooFewLeft(code, shares.decimal(left), shares.decimal(most), least.toString()));
    }
}
