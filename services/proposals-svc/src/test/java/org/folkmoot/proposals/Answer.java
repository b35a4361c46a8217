// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import java.util.List;
import java.util.Optional;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentDueV1;

/** What the owner of an action answers to an order. */
final class Answer {
    private Answer() {}

    static ActionEnactedV1 enacted(EnactmentDueV1 order, TestClock clock) {
        return new ActionEnactedV1(
                order.community(),
                order.proposal(),
                order.enactment(),
                order.actionIndex(),
                order.attempt(),
                clock.instant(),
                "done");
    }

    static ActionFailedV1 failed(EnactmentDueV1 order, TestClock clock) {
        return new ActionFailedV1(
                order.community(),
                order.proposal(),
                order.enactment(),
                order.actionIndex(),
                order.attempt(),
                "insufficient-funds",
                "The treasury has 5.00 SKR.",
                clock.instant());
    }

    /** Lists the orders of a proposal so far. */
    static List<EnactmentDueV1> orders(String proposal) {
        return News.about(proposal).stream()
                .flatMap(event -> event instanceof EnactmentDueV1 due
                        ? Optional.of(due).stream()
                        : Optional.<EnactmentDueV1>empty().stream())
                .toList();
    }
}
