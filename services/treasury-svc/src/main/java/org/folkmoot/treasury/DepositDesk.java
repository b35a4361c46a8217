// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import org.folkmoot.contracts.DepositDueV1;
import org.folkmoot.contracts.DepositReleasedV1;

/** Where what authors put down for their proposals is kept, in the caller's transaction and once however often it is said. */
public interface DepositDesk {
    /** Takes it, and answers whether it could. */
    void take(DepositDueV1 due);

    /** Gives it away when the proposal has ended. */
    void release(DepositReleasedV1 released);
}
