// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Proposing;
import org.folkmoot.constitution.Who;
import org.folkmoot.policy.Fraction;

/** Sees to it that the way into a faster lane is not wider: who may propose, and what they put down. */
final class CheckLaneEntry {
    private static final String WEAKER = "faster-lane-weaker";

    private final Complaints complaints;
    private final BiPredicate<String, String> within;

    /**
     * Looks at two policies.
     *
     * @param within whether all members of the one body are provably of the other
     */
    CheckLaneEntry(Complaints complaints, BiPredicate<String, String> within) {
        this.complaints = complaints;
        this.within = within;
    }

    void compare(Docket fast, Docket normal) {
        var here = fast.policy().proposing();
        var there = normal.policy().proposing();
        var at = Pointer.child(fast.path(), "propose");
        var asked = there.who().orElse(Who.ANYBODY);
        if (!here.who().orElse(Who.ANYBODY).isWithin(asked)) {
            weaker(at, "Whoever may propose here need not satisfy '" + asked + "' as there.");
        }
        var zero = Fraction.of(0, 1);
        if (here.power().orElse(zero).compareTo(there.power().orElse(zero)) < 0) {
            weaker(
                    at,
                    "An author needs " + here.power().orElse(zero) + " of the power, and there "
                            + there.power().orElse(zero) + ".");
        }
        var least = here.least().orElse(BigInteger.ZERO);
        if (least.compareTo(there.least().orElse(BigInteger.ZERO)) < 0) {
            weaker(
                    at,
                    "An author needs a power of " + least + ", and there "
                            + there.least().orElse(BigInteger.ZERO) + ".");
        }
        sponsors(here, there, at);
        limits(here.limits(), there.limits(), at);
        deposit(fast, normal);
    }

    private void deposit(Docket fast, Docket normal) {
        normal.policy().deposit().ifPresent(there -> {
            var here = fast.policy().deposit().filter(deposit -> deposit.asset().equals(there.asset()));
            var amount = here.map(Deposit::amount).orElse(BigInteger.ZERO);
            if (amount.compareTo(there.amount()) < 0) {
                weaker(
                        Pointer.child(fast.path(), "deposit"),
                        "An author puts down " + amount + " units of " + there.asset() + ", and there " + there.amount()
                                + ".");
            }
        });
    }

    private void weaker(String path, String words) {
        complaints.error(WEAKER, path, words);
    }

    private void sponsors(Proposing here, Proposing there, String at) {
        if (there.sponsors().isEmpty()) {
            return;
        }
        var asked = there.sponsors().get();
        var found = here.sponsors();
        if (found.map(Proposing.Sponsors::count).orElse(0) < asked.count()) {
            weaker(
                    at,
                    "It needs " + found.map(Proposing.Sponsors::count).orElse(0) + " sponsors, and there "
                            + asked.count() + ".");
        } else if (!within.test(found.orElseThrow().body(), asked.body())) {
            weaker(at, "Its sponsors are of '" + found.get().body() + "', and there of '" + asked.body() + "'.");
        } else if (found.get().within().compareTo(asked.within()) > 0) {
            weaker(at, "Sponsors have " + found.get().within() + ", and there " + asked.within() + ".");
        } else if (asked.deposit().filter(sum -> !putsDown(found.get(), sum)).isPresent()) {
            weaker(at, "Sponsors put down less than there.");
        }
    }

    private static boolean putsDown(Proposing.Sponsors sponsors, Deposit.Sum asked) {
        return sponsors.deposit()
                .filter(sum -> sum.asset().equals(asked.asset()))
                .filter(sum -> sum.amount().compareTo(asked.amount()) >= 0)
                .isPresent();
    }

    private void limits(Proposing.Limits here, Proposing.Limits there, String at) {
        if (!noMore(here.open(), there.open())) {
            weaker(at, "An author has " + said(here.open()) + " open at a time, and there " + said(there.open()) + ".");
        }
        var longer =
                here.period().orElse(Duration.ZERO).compareTo(there.period().orElse(Duration.ZERO)) >= 0;
        if (there.count().isPresent() && !(noMore(here.count(), there.count()) && longer)) {
            weaker(at, "An author may make more in the same time than there.");
        }
    }

    private static boolean noMore(Optional<Integer> here, Optional<Integer> there) {
        return there.isEmpty() || here.isPresent() && here.get() <= there.get();
    }

    private static String said(Optional<Integer> limit) {
        return limit.map(Object::toString).orElse("any number");
    }
}
