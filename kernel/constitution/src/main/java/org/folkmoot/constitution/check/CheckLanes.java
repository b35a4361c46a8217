// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Chamber.Stance;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Nearest;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Stage;

/** Sees to it that a faster lane is harder: whatever passes there would pass in the policy that it hurries. */
final class CheckLanes {
    /** Why a stage or a chamber is not as hard. */
    record Reason(String id, String words) {
        /** Ballots show that it is not. */
        static final String WEAKER = "faster-lane-weaker";
        /** It may be, and nobody can show it. */
        static final String UNPROVEN = "faster-lane-unproven";
    }

    private final Scene scene;
    private final Complaints complaints;

    CheckLanes(Scene scene) {
        this.scene = scene;
        this.complaints = scene.complaints();
    }

    void all(List<Docket> dockets) {
        for (var fast : dockets) {
            fast.policy().hurries().ifPresent(name -> hurried(fast, name, dockets));
        }
        unsaid(dockets);
    }

    private void hurried(Docket fast, String name, List<Docket> dockets) {
        var place = Pointer.child(fast.path(), "hurries");
        if (name.equals(fast.policy().name())) {
            complaints.error("hurries-itself", place, "A policy cannot be the faster lane of itself.");
            return;
        }
        var names = scene.constitution().policies().stream().map(Policy::name).toList();
        if (!names.contains(name)) {
            complaints.error("unknown-policy", place, "There is no policy '" + name + "'.", Nearest.to(name, names));
            return;
        }
        dockets.stream()
                .filter(docket -> docket.policy().name().equals(name))
                .findFirst()
                .ifPresent(normal -> compare(fast, normal, place));
    }

    private void compare(Docket fast, Docket normal, String place) {
        if (!isFaster(fast.policy(), normal.policy())) {
            complaints.warning(
                    "not-faster",
                    place,
                    "It takes " + took(fast.policy()) + ", and '"
                            + normal.policy().name() + "' takes " + took(normal.policy()) + ".");
        }
        new CheckLaneEntry(complaints, this::isWithin).compare(fast, normal);
        for (var step : normal.steps()) {
            var candidates = fast.steps().stream()
                    .map(other -> reasons(fast, other, normal, step))
                    .toList();
            if (candidates.stream().noneMatch(List::isEmpty)) {
                candidates.stream().min((one, other) -> one.size() - other.size()).orElse(List.of()).stream()
                        .findFirst()
                        .ifPresent(reason -> complaints.error(reason.id(), place, reason.words()));
            }
        }
    }

    /** Why a stage of the faster lane does not stand for a stage of the other; nothing if it does. */
    private List<Reason> reasons(Docket fast, Docket.Step here, Docket normal, Docket.Step there) {
        var reasons = new ArrayList<Reason>();
        var all = here.stage().approvals()
                == here.stage().chambers(Stance.APPROVES).size();
        var alike = here.stage().approvals() >= there.stage().approvals()
                && here.stage().chambers(Stance.APPROVES).size()
                        == there.stage().chambers(Stance.APPROVES).size();
        if (!all && !alike) {
            reasons.add(new Reason(
                    Reason.UNPROVEN,
                    "It passes with " + here.stage().approvals() + " of its chambers, which need not be those of '"
                            + normal.policy().name() + "'."));
        }
        if (there.benches().stream().anyMatch(Bench::vetoes)
                && here.stage().vetoes() > there.stage().vetoes()) {
            reasons.add(new Reason(
                    Reason.WEAKER,
                    "It needs " + here.stage().vetoes() + " vetoes, and the other "
                            + there.stage().vetoes() + "."));
        }
        for (var bench : there.benches()) {
            here.benches().stream()
                    .filter(other -> other.vetoes() == bench.vetoes() && sameBody(other, bench))
                    .findFirst()
                    .map(other -> new CheckLaneRules(scene, fast, normal).weaker(other, bench))
                    .orElseGet(() -> Optional.of(new Reason(
                            Reason.UNPROVEN,
                            "'" + bench.chamber().body() + "' " + (bench.vetoes() ? "may veto" : "votes") + " in '"
                                    + normal.policy().name() + "', and nobody provably of it does here.")))
                    .ifPresent(reasons::add);
        }
        return reasons;
    }

    // The same members, or provably only some of them.
    private boolean sameBody(Bench fast, Bench normal) {
        var one = fast.chamber().body();
        var other = normal.chamber().body();
        return one.equals(other) || !fast.vetoes() && isWithin(one, other);
    }

    private boolean isWithin(String narrow, String wide) {
        var bodies = scene.constitution().bodies();
        var one = Optional.ofNullable(bodies.get(narrow));
        var other = Optional.ofNullable(bodies.get(wide));
        return narrow.equals(wide) || one.isPresent() && other.isPresent() && isWithin(one.get(), other.get());
    }

    private static boolean isWithin(Body narrow, Body wide) {
        return narrow.power().id().equals(wide.power().id())
                && narrow.power().settings().equals(wide.power().settings())
                && narrow.cap().equals(wide.cap())
                && narrow.exclude().containsAll(wide.exclude())
                && narrow.changes() == wide.changes()
                && narrow.delegation().equals(wide.delegation())
                && narrow.who().isWithin(wide.who());
    }

    // The same proposals, in less time, and nothing says why.
    private void unsaid(List<Docket> dockets) {
        for (var normal : dockets) {
            for (var fast : dockets) {
                // What judges everything puts the others in its shadow, and that is said already.
                var same = !fast.policy().name().equals(normal.policy().name())
                        && !fast.policy().applies().expression().isConstant()
                        && fast.policy().applies().equals(normal.policy().applies());
                if (same
                        && isFaster(fast.policy(), normal.policy())
                        && !fast.policy()
                                .hurries()
                                .equals(Optional.of(normal.policy().name()))) {
                    complaints.warning(
                            "faster-lane-unsaid",
                            Pointer.child(fast.path(), "applies"),
                            "It judges what '" + normal.policy().name() + "' judges, in " + took(fast.policy())
                                    + " instead of " + took(normal.policy()) + ".",
                            "hurries: " + normal.policy().name());
                }
            }
        }
    }

    private static boolean isFaster(Policy fast, Policy normal) {
        return took(fast).compareTo(took(normal)) < 0;
    }

    private static Duration took(Policy policy) {
        return policy.stages().stream()
                .map(Stage::timing)
                .map(timing -> timing.delay().plus(timing.period()).plus(timing.timelock()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
