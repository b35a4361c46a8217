// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.folkmoot.constitution.OpeningFile;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Rules;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Opening;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;

/**
 * Takes a file that was decided on from whoever brings it: it is looked at whole before anything is posted, and then all of it
 * is posted in one transaction, some thousand balances at a time, or nothing. A few files are taken at a time: one that comes
 * slowly keeps out no other, and however many come, they fill no disk.
 */
@ApplicationScoped
class BringFile {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int AT_ONCE = 4;
    private static final int AT_A_TIME = 32 * Leg.MOST;

    private final Ledger ledger;
    private final Rules rules;
    private final OpeningFiles files;
    private final Late late;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    BringFile(Ledger ledger, Rules rules, OpeningFiles files, Late late, Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.files = files;
        this.late = late;
        this.clock = clock;
    }

    /** Posts what stands in it, once; what was brought before is not read again. */
    OpeningFiles.Kept handle(Hash community, Hash opening, InputStream body) {
        var kept = find(community, opening);
        if (kept.broughtAt().isPresent()) return kept;
        if (!places.tryAcquire()) throw new OpeningRefused(new OpeningRefusal.Busy());
        try (var file = SpooledFile.take(body, rules.of(community))) {
            check(kept.named(), file.found());
            return QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(LONGEST.toSeconds()))
                    .call(() -> post(community, opening, file));
        } finally {
            places.release();
        }
    }

    private OpeningFiles.Kept find(Hash community, Hash opening) {
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        return files.find(community, opening)
                .orElseThrow(() -> new OpeningRefused(new OpeningRefusal.OpeningUnknown(community, opening)));
    }

    /** Of a file with the right hash the rest is so too, if those who decided had looked. */
    private static void check(OpeningFiles.Named named, OpeningFile.Found found) {
        if (!found.isRight())
            throw new OpeningRefused(new OpeningRefusal.OpeningFaulty(
                    found.faults().stream().map(OpeningFile.Fault::toString).toList(), found.faulty()));
        same("file", named.file(), found.file());
        same("rows", named.rows(), found.rows());
        same("sums", named.sums(), found.sums());
    }

    private static void same(String part, Object decided, Object found) {
        if (!decided.toString().equals(found.toString()))
            throw new OpeningRefused(new OpeningRefusal.OpeningDifferent(part, decided.toString(), found.toString()));
    }

    private OpeningFiles.Kept post(Hash community, Hash opening, SpooledFile file) {
        ledger.lock(community);
        var kept = find(community, opening);
        if (kept.broughtAt().isPresent()) return kept;
        for (var asset : kept.named().sums().keySet())
            late.fault(community, asset).ifPresent(why -> {
                throw new OpeningRefused(new OpeningRefusal.OpeningImpossible("", why.reason(), why.detail()));
            });
        var posting = new Posting(community, kept.named());
        file.each(posting::add);
        posting.flush();
        files.brought(kept, clock.instant());
        return find(community, opening);
    }

    /** What is posted of a file so far. */
    private final class Posting {
        private final Hash community;
        private final OpeningFiles.Named named;
        private final List<Leg> waiting = new ArrayList<>();
        private int transactions;

        Posting(Hash community, OpeningFiles.Named named) {
            this.community = community;
            this.named = named;
        }

        void add(OpeningFile.Row row) {
            waiting.add(Opening.leg(row.asset(), row.account(), row.amount()));
            if (waiting.size() == AT_A_TIME) flush();
        }

        void flush() {
            if (waiting.isEmpty()) return;
            var orders = Opening.orders(named.enactment(), transactions, named.proposal(), named.memo(), waiting);
            var answers = ledger.rule(community, orders);
            for (int i = 0; i < answers.size(); i++) check(answers.get(i), transactions + i, orders.get(i));
            transactions += orders.size();
            waiting.clear();
        }

        /** The first balance is in the second line. */
        private void check(Answer answer, int transaction, Order order) {
            if (!(answer instanceof Answer.First(var done, var _)))
                throw new IllegalStateException("posted before: " + order.id());
            if (!(done.outcome() instanceof Outcome.Refused(var why))) return;
            long first = 2L + (long) transaction * Leg.MOST;
            long last = Math.min(first + Leg.MOST, 2L + named.rows()) - 1;
            throw new OpeningRefused(
                    new OpeningRefusal.OpeningImpossible(first + "-" + last, why.reason(), why.detail()));
        }
    }
}
