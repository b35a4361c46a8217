// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class WebhookProblems {
    @ServerExceptionMapper
    Response map(WebhookRefused refused) {
        var status = switch (refused.refusal()) {
            case WebhookRefusal.WebhookUnknown _ -> ProblemStatus.NOT_FOUND;
            case WebhookRefusal.WebhookRotatedTooOften _ -> ProblemStatus.CONFLICT;
            case WebhookRefusal.WebhookKeyMissing _ -> ProblemStatus.UNAVAILABLE;
            case WebhookRefusal.WebhookUrlRefused _, WebhookRefusal.WebhookTypeUnknown _ -> ProblemStatus.UNPROCESSABLE;
        };
        return Problems.response(status, (Record) refused.refusal());
    }
}
