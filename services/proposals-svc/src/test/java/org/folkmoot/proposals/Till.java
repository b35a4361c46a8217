// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import java.math.BigInteger;
import org.folkmoot.contracts.DepositDueV1;
import org.folkmoot.contracts.DepositRefusedV1;
import org.folkmoot.contracts.DepositReleasedV1;
import org.folkmoot.contracts.DepositSettledV1;
import org.folkmoot.contracts.DepositTakenV1;

/** What the treasury answers about the deposit that one proposal asks for. */
record Till(DepositDueV1 due, TestClock clock) {

    static Till of(String proposal, TestClock clock) {
        return new Till(News.await(proposal, DepositDueV1.class), clock);
    }

    DepositTakenV1 taken() {
        return new DepositTakenV1(due.community(), due.proposal(), due.deposit(), clock.instant());
    }

    DepositRefusedV1 refused() {
        return new DepositRefusedV1(
                due.community(),
                due.proposal(),
                due.deposit(),
                "insufficient-funds",
                "There are 3.00 SKR.",
                clock.instant());
    }

    DepositSettledV1 settled(long refunded, long burned, long forfeited) {
        return new DepositSettledV1(
                due.community(),
                due.proposal(),
                due.deposit(),
                BigInteger.valueOf(refunded),
                BigInteger.valueOf(burned),
                BigInteger.valueOf(forfeited),
                clock.instant());
    }

    /** Waits until the treasury is told what becomes of it. */
    DepositReleasedV1 released() {
        return News.await(due.proposal(), DepositReleasedV1.class);
    }
}
