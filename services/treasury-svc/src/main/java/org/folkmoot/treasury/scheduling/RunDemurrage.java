// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.constitution.Schedules.Demurrage;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.scheduling.Decay;

/** Takes its share from some accounts, in the order of their numbers, and says how far it came. */
@ApplicationScoped
class RunDemurrage {
    private final Ledger ledger;
    private final AssetStore assets;
    private final Holdings holdings;
    private final int most;

    RunDemurrage(
            Ledger ledger,
            AssetStore assets,
            Holdings holdings,
            @ConfigProperty(name = "folkmoot.treasury.calendar-chunk") int most) {
        this.ledger = ledger;
        this.assets = assets;
        this.holdings = holdings;
        this.most = most;
    }

    Progress handle(Progress progress, Demurrage demurrage) {
        var community = progress.community();
        var asset = assets.asset(community, demurrage.asset()).orElseThrow();
        var decay = new Decay(community, progress.turn(), demurrage, asset);
        ledger.lock(community);
        long reached = progress.reached().isEmpty() ? 0 : Long.parseLong(progress.reached());
        var seats = holdings.after(community, asset.code(), reached, most);
        if (seats.isEmpty()) return progress.done();
        var answers = ledger.rule(community, orders(community, progress, decay, seats));
        var next = progress.on(String.valueOf(seats.getLast().no()), Ruled.moved(answers));
        return seats.size() < most ? next.done() : next;
    }

    private List<Order> orders(Hash community, Progress progress, Decay decay, List<Holdings.Seat> seats) {
        var names = new ArrayList<>(seats.stream()
                .map(Holdings.Seat::name)
                .filter(name -> !decay.exempts(name))
                .toList());
        if (names.isEmpty()) return List.of();
        names.add(decay.to());
        var stands = holdings.take(
                community, decay.asset().code(), names, progress.turn().at());
        return seats.stream()
                .flatMap(seat -> Optional.ofNullable(stands.get(seat.name())).stream())
                .filter(Holdings.Stand::open)
                .flatMap(stand ->
                        decay
                                .order(
                                        stand.name(),
                                        stand.held(),
                                        stand.available().orElse(BigInteger.ZERO))
                                .stream())
                .toList();
    }
}
