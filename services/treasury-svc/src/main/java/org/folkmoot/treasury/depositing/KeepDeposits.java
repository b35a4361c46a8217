// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.depositing;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.contracts.DepositDueV1;
import org.folkmoot.contracts.DepositReleasedV1;
import org.folkmoot.treasury.DepositDesk;

/** Keeps deposits until their proposals end. */
@ApplicationScoped
class KeepDeposits implements DepositDesk {
    private final TakeDeposit takeDeposit;
    private final ReleaseDeposit releaseDeposit;

    KeepDeposits(TakeDeposit takeDeposit, ReleaseDeposit releaseDeposit) {
        this.takeDeposit = takeDeposit;
        this.releaseDeposit = releaseDeposit;
    }

    @Override
    public void take(DepositDueV1 due) {
        takeDeposit.handle(due);
    }

    @Override
    public void release(DepositReleasedV1 released) {
        releaseDeposit.handle(released);
    }
}
