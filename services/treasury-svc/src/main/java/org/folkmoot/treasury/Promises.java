// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import org.folkmoot.treasury.domain.forecasting.Asked;
import org.folkmoot.treasury.domain.forecasting.Forecast;

/** Knows what a part of the treasury has promised. It reads no more than it says, and never all there ever was. */
public interface Promises {
    /** Adds what is promised to a forecast, within the transaction that is under way. */
    void tell(Asked asked, Forecast forecast);
}
