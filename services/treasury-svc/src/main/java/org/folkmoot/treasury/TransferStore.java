// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Transfer;

/** The table of transfers: the journal of what was posted, and the reasons of what was refused. */
@ApplicationScoped
public class TransferStore implements PanacheRepositoryBase<TransferRow, TransferRow.Key> {

    /** A transfer by its id, posted or refused. */
    public Optional<Recorded> transfer(Hash community, Hash id) {
        return findByIdOptional(new TransferRow.Key(community.hex(), id.hex())).map(TransferStore::recorded);
    }

    /** What was posted, the latest first. */
    public List<Recorded> journal(Hash community, long before, int limit) {
        return find("community = ?1 and entry < ?2 order by entry desc", community.hex(), before)
                .page(0, limit)
                .stream()
                .map(TransferStore::recorded)
                .toList();
    }

    Recorded insert(Hash community, Transfer transfer, Recorded.Ending ending, Instant at) {
        var row = new TransferRow();
        row.community = community.hex();
        row.id = transfer.id().hex();
        row.code = transfer.code().name().toLowerCase(Locale.ROOT);
        row.debit = transfer.debit();
        row.credit = transfer.credit();
        row.asset = transfer.asset();
        row.asked = transfer.amount();
        row.cause = transfer.cause().hex();
        row.memo = transfer.memo();
        row.at = at;
        switch (ending) {
            case Recorded.Posted posted -> {
                row.entry = posted.entry();
                row.amount = posted.amount();
            }
            case Recorded.Refused refused -> {
                row.refusal = refused.reason();
                row.detail = refused.detail();
            }
        }
        persist(row);
        return recorded(row);
    }

    private static Recorded recorded(TransferRow row) {
        var transfer = new Transfer(
                Hash.parse(row.id),
                Transfer.Code.valueOf(row.code.toUpperCase(Locale.ROOT)),
                row.debit,
                row.credit,
                row.asset,
                row.asked,
                Hash.parse(row.cause),
                row.memo);
        Recorded.Ending ending = row.entry != null
                ? new Recorded.Posted(row.entry, row.amount)
                : new Recorded.Refused(row.refusal, row.detail);
        return new Recorded(transfer, ending, row.at);
    }
}
