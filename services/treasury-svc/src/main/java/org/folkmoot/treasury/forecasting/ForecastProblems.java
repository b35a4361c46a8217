// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.treasury.TooManyPromises;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class ForecastProblems {
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response map(ForecastRefused refused) {
        var status = switch (refused.refusal()) {
            case ForecastRefusal.AssetUnknown _, ForecastRefusal.OwnAccountUnknown _ -> ProblemStatus.NOT_FOUND;
            case ForecastRefusal.HorizonInvalid _ -> ProblemStatus.BAD_REQUEST;
            case ForecastRefusal.ForecastTooLarge _ -> ProblemStatus.UNPROCESSABLE;
            case ForecastRefusal.ForecastBusy _ -> ProblemStatus.UNAVAILABLE;
        };
        return status == ProblemStatus.UNAVAILABLE
                ? Problems.later((Record) refused.refusal(), RETRY_AFTER_SECONDS)
                : Problems.response(status, (Record) refused.refusal());
    }

    @ServerExceptionMapper
    Response map(TooManyPromises many) {
        return map(new ForecastRefused(new ForecastRefusal.ForecastTooLarge(many.most())));
    }
}
