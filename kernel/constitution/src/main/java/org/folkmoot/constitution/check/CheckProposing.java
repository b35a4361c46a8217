// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.Deposit.Disposition;
import org.folkmoot.constitution.Nearest;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Proposing;
import org.folkmoot.constitution.reach.Roll;
import org.folkmoot.policy.Fraction;

/** Looks at what somebody needs to propose: that somebody can have it. */
final class CheckProposing {
    private static final Set<String> ENDINGS =
            new LinkedHashSet<>(List.of("passed", "rejected", "cancelled", "expired", "failed"));

    private final Scene scene;
    private final Complaints complaints;

    CheckProposing(Scene scene) {
        this.scene = scene;
        this.complaints = scene.complaints();
    }

    void policy(Policy policy, String path) {
        var at = Pointer.child(path, "propose");
        policy.proposing().power().ifPresent(power -> CheckShares.atMostOne(power, at + "/power", complaints));
        limits(policy.proposing(), at);
        sponsors(policy.proposing(), at);
        scene.rolls()
                .flatMap(rolls -> rolls.of(policy.body()))
                .filter(roll -> roll.members() > 0)
                .ifPresent(roll -> holders(policy, roll, at));
        policy.deposit().ifPresent(deposit -> deposit(policy, deposit, Pointer.child(path, "deposit")));
    }

    private void limits(Proposing proposing, String at) {
        proposing
                .limits()
                .period()
                .filter(period -> period.isZero())
                .ifPresent(_ -> complaints.error(
                        "limit-never",
                        at + "/limit/period",
                        "In no time nobody makes many proposals: this limits nothing."));
    }

    private void sponsors(Proposing proposing, String at) {
        proposing.sponsors().ifPresent(sponsors -> {
            if (sponsors.within().isZero()) {
                complaints.error(
                        "no-time-to-sponsor", at + "/sponsors/within", "Nobody has time to stand behind a proposal.");
            }
            scene.rolls()
                    .flatMap(rolls -> rolls.of(sponsors.body()))
                    .filter(roll -> roll.members() < sponsors.count())
                    .ifPresent(roll -> complaints.error(
                            "too-few-sponsors",
                            at + "/sponsors/count",
                            "It needs " + sponsors.count() + " sponsors of the " + roll.members() + " members of '"
                                    + sponsors.body() + "': nobody can propose.",
                            String.valueOf(roll.members())));
        });
    }

    private void holders(Policy policy, Roll roll, String at) {
        var largest = roll.holders().stream().map(Roll.Holders::power).max(Comparator.naturalOrder());
        var most = largest.orElse(roll.power());
        var who = largest.isPresent() ? "the largest holder has " : "all together have ";
        policy.proposing()
                .least()
                .filter(least -> least.compareTo(most) > 0)
                .ifPresent(least -> complaints.error(
                        "nobody-has-the-power",
                        at + "/least",
                        "It needs a power of " + least + ", and " + who + most + " of " + roll.power()
                                + ": nobody can propose.",
                        most.toString()));
        policy.proposing()
                .power()
                .filter(share -> !share.reachedBy(most, roll.power()))
                .ifPresent(share -> complaints.error(
                        "nobody-has-the-power",
                        at + "/power",
                        "It needs " + share + " of " + roll.power() + ", which is " + share.boundaryIn(roll.power())
                                + ", and " + who + most + ": nobody can propose.",
                        new Fraction(most, roll.power()).toString()));
    }

    private void deposit(Policy policy, Deposit deposit, String at) {
        var sponsored = policy.proposing()
                .sponsors()
                .flatMap(Proposing.Sponsors::deposit)
                .isPresent();
        if (deposit.amount().signum() == 0 && !sponsored) {
            complaints.warning("deposit-of-nothing", at + "/amount", "Nothing is put down.");
        }
        var asset = scene.constitution().asset(deposit.asset());
        asset.ifPresent(known -> burned(deposit, known, at));
        asset.ifPresent(known -> known.cap()
                .filter(cap -> deposit.amount().compareTo(cap) > 0)
                .ifPresent(cap -> complaints.error(
                        "deposit-over-cap",
                        at + "/amount",
                        "Nobody can put down " + known.decimal(deposit.amount()) + " of " + known.code()
                                + ": there are never more than " + known.decimal(cap) + ".")));
        dispositions(policy, deposit, at);
    }

    /** What nobody issued goes back to nobody: what is burned would be owed for good. */
    private void burned(Deposit deposit, Asset asset, String at) {
        if (asset.kind() != Asset.Kind.MUTUAL_CREDIT) return;
        var why = asset.code() + " is mutual credit, which nobody issued and nobody burns.";
        if (deposit.otherwise() == Deposit.Fate.BURN)
            complaints.error("burn-of-credit", at + "/otherwise", why, "treasury");
        for (var i = 0; i < deposit.dispositions().size(); i++)
            if (deposit.dispositions().get(i).then() == Deposit.Fate.BURN)
                complaints.error(
                        "burn-of-credit",
                        Pointer.child(Pointer.child(at, "dispositions"), i) + "/then",
                        why,
                        "treasury");
    }

    private void dispositions(Policy policy, Deposit deposit, String at) {
        var before = new ArrayList<Disposition>();
        var known = endings(policy);
        for (var i = 0; i < deposit.dispositions().size(); i++) {
            var disposition = deposit.dispositions().get(i);
            var path = Pointer.child(Pointer.child(at, "dispositions"), i);
            CheckShares.atMostOne(disposition.part(), path + "/part", complaints);
            if (disposition.part().numerator().equals(BigInteger.ZERO)) {
                complaints.warning("deposit-of-nothing", path + "/part", "No part of the deposit is meant.");
            }
            disposition
                    .when()
                    .filter(when -> !known.contains(when))
                    .ifPresent(when -> complaints.error(
                            "unknown-ending",
                            path + "/when",
                            "No proposal ends with '" + when + "', and no rule has that name; known are "
                                    + String.join(", ", known) + ".",
                            Nearest.to(when, known)));
            if (before.stream().anyMatch(earlier -> covers(earlier, disposition))) {
                complaints.warning("disposition-never", path, "One before it fits whenever this one does.");
            }
            before.add(disposition);
        }
    }

    private static boolean covers(Disposition earlier, Disposition later) {
        Optional<String> when = earlier.when();
        return earlier.share().isEmpty() && (when.isEmpty() || when.equals(later.when()));
    }

    private static Set<String> endings(Policy policy) {
        var known = new LinkedHashSet<>(ENDINGS);
        policy.stages()
                .forEach(stage ->
                        stage.chambers().forEach(chamber -> chamber.rules().forEach(named -> known.add(named.name()))));
        return known;
    }
}
