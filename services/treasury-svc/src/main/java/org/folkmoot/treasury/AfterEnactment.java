// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.treasury.domain.Done;

/**
 * Does more in the transaction in which something was enacted, alone or together with others. A bean that implements this is
 * found and asked.
 */
public interface AfterEnactment {
    /** Is told once in effect, whether the ledger posted it or refused; it may be told again. */
    void enacted(EnactmentDueV1 due, Done done);
}
