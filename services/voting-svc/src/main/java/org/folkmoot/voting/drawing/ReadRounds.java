// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;

/** Reads the rounds of a draw, page by page. */
@ApplicationScoped
class ReadRounds {
    private final ReadDraws readDraws;
    private final RoundStore rounds;

    ReadRounds(ReadDraws readDraws, RoundStore rounds) {
        this.readDraws = readDraws;
        this.rounds = rounds;
    }

    /** The first round first. */
    Page<RoundView> handle(Hash id, Paging paging) {
        var draw = readDraws.find(id);
        var found = rounds.page(draw, paging.afterNumber(0), paging.rows());
        return Page.of(found, paging.limit(), round -> Integer.toString(round.number()), RoundView::of);
    }
}
