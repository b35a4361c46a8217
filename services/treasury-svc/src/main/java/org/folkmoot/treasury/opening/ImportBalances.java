// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.constitution.Action;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.ActionJson;
import org.folkmoot.treasury.DecidedElsewhere;
import org.folkmoot.treasury.DifferentTransfer;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;

/** Keeps which file was decided on, so that whoever has it may bring it. Nothing moves before that. */
@ApplicationScoped
class ImportBalances implements DecidedElsewhere {
    private final Ledger ledger;
    private final OpeningFiles files;
    private final Late late;
    private final Clock clock;

    ImportBalances(Ledger ledger, OpeningFiles files, Late late, Clock clock) {
        this.ledger = ledger;
        this.files = files;
        this.late = late;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of(Action.Treasury.IMPORT);
    }

    @Override
    public void check(EnactmentDueV1 due) {
        named(due);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Done enact(EnactmentDueV1 due) {
        var community = Hash.parse(due.community());
        var named = named(due);
        ledger.lock(community);
        var kept = files.find(community, named.enactment());
        if (kept.isPresent()) return again(named, kept.get());
        var refused = named.sums().keySet().stream()
                .flatMap(asset -> late.fault(community, asset).stream())
                .findFirst();
        if (refused.isPresent()) return done(named, new Outcome.Refused(refused.get()), due.dueAt());
        var now = clock.instant();
        files.add(community, named, now);
        return done(named, new Outcome.Posted(List.of()), now);
    }

    private static Done again(OpeningFiles.Named named, OpeningFiles.Kept kept) {
        if (!kept.named().equals(named)) throw new DifferentTransfer(named.enactment(), "file");
        return done(named, new Outcome.Posted(List.of()), kept.decidedAt());
    }

    private static Done done(OpeningFiles.Named named, Outcome outcome, Instant at) {
        return new Done(named.enactment(), Map.of("code", "import"), outcome, at, Optional.empty());
    }

    private static OpeningFiles.Named named(EnactmentDueV1 due) {
        var said = ActionJson.of(due).orElseThrow().fields(Set.of("memo"), "file", "rows", "sums");
        var sums = new TreeMap<String, String>();
        for (var item : said.array("sums").items()) {
            var sum = Fields.exactly(item, Set.of("asset", "amount"));
            sums.put(sum.text("asset"), sum.text("amount"));
        }
        return new OpeningFiles.Named(
                Hash.parse(due.enactment()),
                Hash.parse(due.proposal()),
                said.hash("file"),
                Math.toIntExact(said.count("rows")),
                sums,
                said.has("memo") ? said.text("memo") : "");
    }
}
