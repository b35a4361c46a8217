// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

/** Carries a refusal to the edge. */
final class ForecastRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ForecastRefusal refusal;

    ForecastRefused(ForecastRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    ForecastRefusal refusal() {
        return refusal;
    }
}
