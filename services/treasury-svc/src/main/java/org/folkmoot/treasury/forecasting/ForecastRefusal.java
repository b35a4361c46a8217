// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import java.time.Instant;
import org.folkmoot.record.Hash;

/** Why nothing is foretold. */
sealed interface ForecastRefusal {
    /** The community has no such asset. */
    record AssetUnknown(Hash community, String asset) implements ForecastRefusal {}

    /** The community has no account of its own with that name for the asset. */
    record OwnAccountUnknown(Hash community, String account, String asset) implements ForecastRefusal {}

    /** Until when is no moment, not ahead, or so far that there would be more parts than anybody reads. */
    record HorizonInvalid(String until, String by, Instant now, int most) implements ForecastRefusal {}

    /** More is promised than is added up at once; one account alone may have fewer. */
    record ForecastTooLarge(int most) implements ForecastRefusal {}

    /** Others asked before, and what they asked for takes too long to wait for: ask again. */
    record ForecastBusy() implements ForecastRefusal {}
}
