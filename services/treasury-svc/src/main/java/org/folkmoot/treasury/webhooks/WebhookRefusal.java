// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import java.time.Instant;
import java.util.List;

/** Why an operator's wish about webhooks is refused. */
sealed interface WebhookRefusal {
    /** There is no such endpoint. */
    record WebhookUnknown(String webhook) implements WebhookRefusal {}

    /** Webhooks do not go there. */
    record WebhookUrlRefused(String url, String detail) implements WebhookRefusal {}

    /** Whoever runs the service gave it no key under which secrets are kept. */
    record WebhookKeyMissing() implements WebhookRefusal {}

    /** As many secrets sign already as ever do; from then on one less does. */
    record WebhookRotatedTooOften(String webhook, Instant until) implements WebhookRefusal {}

    /** This service tells nothing of that type. */
    record WebhookTypeUnknown(String eventType, List<String> known) implements WebhookRefusal {}
}
