// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Issued;

/** How much of an asset may be issued in the course of things: under its cap, and under the cap of each period. */
final class Room {
    private final Asset asset;
    private final Books books;
    private Optional<Instant> period;

    Room(Standing standing, Books books) {
        this.asset = standing.asset();
        this.books = books;
        this.period = period(standing.at());
        books.know(standing.issued());
    }

    /** The account that the asset is issued from. */
    String source() {
        return Account.issuanceName(asset.code());
    }

    /** Whether so much may be issued at a moment, for all or for nobody. */
    boolean has(BigInteger all, Instant now) {
        reach(now);
        return books.account(source(), asset.code())
                .filter(account -> account.state() == Account.State.OPEN)
                .filter(account -> books.issued().stream()
                        .allMatch(issued -> isEnough(issued.left(), all) && isEnough(issued.free(account), all)))
                .isPresent();
    }

    /** Nothing means that there is no limit. */
    private static boolean isEnough(Optional<BigInteger> most, BigInteger amount) {
        return most.map(there -> there.compareTo(amount) >= 0).orElse(true);
    }

    /** In a new period nothing was issued yet. */
    private void reach(Instant now) {
        var next = period(now);
        if (next.equals(period)) return;
        period = next;
        books.know(new Issued(asset, BigInteger.ZERO, BigInteger.ZERO));
    }

    private Optional<Instant> period(Instant now) {
        return asset.pace().map(limit -> limit.periods().start(limit.periods().of(now)));
    }
}
