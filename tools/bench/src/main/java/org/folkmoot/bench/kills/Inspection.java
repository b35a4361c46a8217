// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.folkmoot.bench.ledger.Payers;
import org.folkmoot.cli.client.Api;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.record.JournalCheck;
import org.folkmoot.treasury.domain.Seat;

/** Looks from outside whether everything is as it was said to be, while nobody pays. */
final class Inspection {
    // A service that was killed is missed by Kafka only after the time of its session, and then has much to tell.
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Api api;
    private final URI treasury;
    private final String kafka;
    private final Payers payers;
    private JournalCheck.Found earlier = new JournalCheck.Found(0, Hash.ZERO, Optional.empty());

    Inspection(Api api, URI treasury, String kafka, Payers payers) {
        this.api = api;
        this.treasury = treasury;
        this.kafka = kafka;
        this.payers = payers;
    }

    /** What was found. */
    record Report(long moves, long blocks, long repeated, List<String> faults) {}

    Report look(Map<Hash, Ears.Kept> kept, Map<Hash, Wish> due) {
        var facts = settled(kept, due);
        var journal = journal();
        var faults = new ArrayList<>(facts.faults());
        faults.addAll(journal.faults());
        kept.values().forEach(one -> paid(one, journal).ifPresent(faults::add));
        due.forEach((id, wish) -> enacted(id, wish, facts, journal).ifPresent(faults::add));
        unasked(kept, due, journal, faults);
        sums(journal, facts, faults);
        if (facts.last() != journal.moves())
            faults.add(facts.last() + " movements were told of " + journal.moves() + " in the journal");
        earlier = journal.found();
        return new Report(journal.moves(), earlier.blocks(), facts.repeated(), faults);
    }

    private Journal journal() {
        return new Journal(api.download(treasury, "/v1/communities/" + payers.community() + "/journal/jsonl"), earlier);
    }

    /** Waits until everything that was acknowledged is told; if that never comes, the rest of the look says what is missing. */
    private Facts settled(Map<Hash, Ears.Kept> kept, Map<Hash, Wish> due) {
        for (var until = System.nanoTime() + PATIENCE.toNanos(); ; LockSupport.parkNanos(PAUSE.toNanos())) {
            var facts = Facts.read(kafka, payers.community());
            var told = facts.byTransfer().keySet();
            if (facts.answers().keySet().containsAll(due.keySet())
                            && kept.values().stream()
                                    .filter(one -> one.heard() instanceof Heard.Posted)
                                    .allMatch(
                                            one -> told.contains(one.wish().id().hex()))
                    || System.nanoTime() > until) return facts;
        }
    }

    private static Optional<String> paid(Ears.Kept kept, Journal journal) {
        var lines = journal.byTransfer().getOrDefault(kept.wish().id().hex(), List.of());
        var expected = kept.heard() instanceof Heard.Posted posted
                ? List.of(line(kept.wish(), "paid", posted.at()))
                : List.of();
        return lines.equals(expected)
                ? Optional.empty()
                : Optional.of(kept.wish() + " was answered with " + kept.heard() + ", and the journal has " + lines);
    }

    private static Optional<String> enacted(Hash id, Wish wish, Facts facts, Journal journal) {
        var lines = journal.byTransfer().getOrDefault(id.hex(), List.of());
        var right = switch (facts.answers().get(id)) {
            case null -> false;
            case ActionEnactedV1 yes ->
                wish.from().equals("treasury") && lines.equals(List.of(line(wish, "decided", yes.enactedAt())));
            case ActionFailedV1 no ->
                wish.from().equals("pot") && no.reason().equals("insufficient-funds") && lines.isEmpty();
        };
        return right
                ? Optional.empty()
                : Optional.of(
                        wish + " was answered with " + facts.answers().get(id) + ", and the journal has " + lines);
    }

    private static Journal.Line line(Wish wish, String code, Instant at) {
        return new Journal.Line(code, wish.from(), wish.to(), wish.asset(), wish.amount(), at);
    }

    /** Nothing is there that nobody asked for. */
    private static void unasked(Map<Hash, Ears.Kept> kept, Map<Hash, Wish> due, Journal journal, List<String> faults) {
        journal.byTransfer().forEach((transfer, lines) -> {
            var id = Hash.parse(transfer);
            if (!kept.containsKey(id)
                    && !due.containsKey(id)
                    && !lines.getFirst().code().equals("opening"))
                faults.add("nobody asked for " + transfer + ": " + lines);
        });
    }

    private void sums(Journal journal, Facts facts, List<String> faults) {
        var shown = shown();
        var told = facts.balances();
        var names = new HashSet<>(shown.keySet());
        names.addAll(journal.balances().keySet());
        names.addAll(told.keySet());
        for (var name : names) {
            var balance = shown.getOrDefault(name, BigInteger.ZERO);
            var written = journal.balances().getOrDefault(name, BigInteger.ZERO);
            var heard = told.getOrDefault(name, BigInteger.ZERO);
            if (!balance.equals(written) || !balance.equals(heard))
                faults.add(name + " shows " + balance + ", its journal gives " + written + " and Kafka " + heard);
        }
        var byAsset = new TreeMap<String, BigInteger>();
        shown.forEach((seat, balance) -> byAsset.merge(seat.asset(), balance, BigInteger::add));
        byAsset.forEach((asset, sum) -> {
            if (sum.signum() != 0) faults.add("all balances of " + asset + " together are " + sum);
        });
    }

    private Map<Seat, BigInteger> shown() {
        var shown = new TreeMap<Seat, BigInteger>();
        var path = "/v1/communities/" + payers.community() + "/accounts?limit=200";
        for (var after = ""; ; ) {
            var page = api.get(treasury, path + after);
            page.path("items")
                    .forEach(item -> shown.put(
                            new Seat(
                                    item.path("account").asText(),
                                    item.path("asset").asText()),
                            Wish.hundredths(item.path("balance").asText())));
            if (!page.hasNonNull("next")) return shown;
            after = "&after=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8);
        }
    }
}
