// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.expenses;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class ExpenseProblems {
    @ServerExceptionMapper
    Response map(ExpenseRefused refused) {
        var status = switch (refused.refusal()) {
            case ExpenseRefusal.ExpenseUnknown _ -> ProblemStatus.NOT_FOUND;
            case ExpenseRefusal.ExpenseNotCovered _ -> ProblemStatus.UNPROCESSABLE;
            case ExpenseRefusal.MayNotDecide _ -> ProblemStatus.FORBIDDEN;
            case ExpenseRefusal.ExpenseImpossible _, ExpenseRefusal.ExpenseDifferent _ -> ProblemStatus.CONFLICT;
        };
        return Problems.response(status, (Record) refused.refusal());
    }
}
