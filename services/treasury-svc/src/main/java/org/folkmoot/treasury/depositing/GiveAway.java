// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.depositing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.contracts.DepositSettledV1;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Recorded;
import org.folkmoot.treasury.TransferStore;
import org.folkmoot.treasury.domain.Part;
import org.folkmoot.treasury.domain.Transfer;

/**
 * Gives the parts of deposits away. What cannot go where it should, because that account is frozen or closed, stays in the
 * deposit and is tried again; where all of it went is said when all of it is there.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class GiveAway {
    /** How long a closed or frozen account is left alone. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Ledger ledger;
    private final TransferStore transfers;
    private final PartStore parts;
    private final Clock clock;
    private final Outbox outbox;

    GiveAway(Ledger ledger, TransferStore transfers, PartStore parts, Clock clock, Outbox outbox) {
        this.ledger = ledger;
        this.transfers = transfers;
        this.parts = parts;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Tries all parts for the first time; when that was done before, nothing moves and what is known is said again. */
    void first(Hash deposit, List<Part> released) {
        var tried = released.stream().map(this::posts).toList();
        var kept = parts.all(deposit);
        if (kept.isEmpty() && tried.contains(false))
            for (int i = 0; i < tried.size(); i++) note(deposit, released.get(i), tried.get(i));
        tell(deposit, kept.isEmpty() ? released : kept);
    }

    /** Tries again what it is time for. */
    void again(PartStore.Due due) {
        ledger.lock(due.community());
        var tried = parts.due(due.deposit(), clock.instant());
        for (var part : tried) note(due.deposit(), part, posts(part));
        if (!tried.isEmpty()) tell(due.deposit(), parts.all(due.deposit()));
    }

    private boolean posts(Part part) {
        return isPosted(ledger.post(part.community(), part.transfer()));
    }

    private static boolean isPosted(Recorded recorded) {
        return recorded.ending() instanceof Recorded.Posted;
    }

    private void note(Hash deposit, Part part, boolean posted) {
        parts.save(
                deposit,
                posted ? part : part.refused(),
                posted ? Optional.empty() : Optional.of(clock.instant().plus(PAUSE)));
    }

    /** Says where all of it went, if it did. */
    private void tell(Hash deposit, List<Part> all) {
        var posted = all.stream()
                .flatMap(part ->
                        transfers.transfer(part.community(), part.transfer().id()).stream())
                .filter(GiveAway::isPosted)
                .toList();
        if (posted.size() < all.size()) return;
        var first = all.getFirst();
        outbox.add(new DepositSettledV1(
                first.community().hex(),
                first.proposal().hex(),
                deposit.hex(),
                sum(posted, Transfer.Code.REFUNDED),
                sum(posted, Transfer.Code.BURNED),
                sum(posted, Transfer.Code.FORFEITED),
                posted.stream().map(Recorded::at).max(Instant::compareTo).orElseThrow()));
    }

    private static BigInteger sum(List<Recorded> posted, Transfer.Code of) {
        return posted.stream()
                .filter(recorded -> recorded.transfer().code() == of)
                .flatMap(recorded ->
                        recorded.ending() instanceof Recorded.Posted move ? Stream.of(move.amount()) : Stream.empty())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
