// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Merkle;

/** Proves that a transfer is in the journal. */
@ApplicationScoped
class ShowProof {
    private final ExportJournal journal;
    private final JournalRows rows;

    ShowProof(ExportJournal journal, JournalRows rows) {
        this.journal = journal;
        this.rows = rows;
    }

    @Transactional
    ProofView handle(Hash community, Hash transfer) {
        journal.check(community);
        var block = rows.block(community, transfer);
        if (block.isEmpty()) throw new StatementRefused(new StatementRefusal.ProofUnknown(community, transfer));
        var leaves =
                block.stream().map(line -> Merkle.leaf(line.entry().bytes())).toList();
        var lines = new ArrayList<ProofView.Line>();
        for (int i = 0; i < block.size(); i++) {
            var entry = block.get(i).entry();
            if (entry.transfer().equals(transfer))
                lines.add(new ProofView.Line(i, entry.json(), Merkle.proof(leaves, i)));
        }
        var first = block.getFirst();
        return new ProofView(
                transfer,
                first.number(),
                first.firstEntry(),
                block.size(),
                rows.headBefore(community, first.number()),
                first.root(),
                first.head(),
                lines);
    }
}
