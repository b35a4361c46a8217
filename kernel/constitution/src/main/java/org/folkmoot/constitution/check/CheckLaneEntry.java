// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.util.Optional;
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

    CheckLaneEntry(Complaints complaints) {
        this.complaints = complaints;
    }

    void compare(Docket fast, Docket normal) {
        var here = fast.policy().proposing();
        var there = normal.policy().proposing();
        var at = Pointer.child(fast.path(), "propose");
        if (!narrower(source(here), source(there))) {
            weaker(at, "Whoever may propose here need not satisfy '" + source(there) + "' as there.");
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
        if (sponsors(here) < sponsors(there)) {
            weaker(at, "It needs " + sponsors(here) + " sponsors, and there " + sponsors(there) + ".");
        }
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

    private static int sponsors(Proposing proposing) {
        return proposing.sponsors().map(Proposing.Sponsors::count).orElse(0);
    }

    private static String source(Proposing proposing) {
        Optional<Who> who = proposing.who();
        return who.map(Who::source).orElse("true");
    }

    /** Whether whoever satisfies the one condition surely satisfies the other: the same, or the same and more. */
    static boolean narrower(String narrow, String wide) {
        return wide.equals("true")
                || narrow.equals(wide)
                || narrow.startsWith("(" + wide + ") && ")
                || narrow.endsWith(" && (" + wide + ")");
    }
}
