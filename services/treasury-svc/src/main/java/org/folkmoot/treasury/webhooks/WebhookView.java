// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;

/** An endpoint as its operator sees it. */
@Schema(name = "Webhook")
record WebhookView(
        String webhook,
        Hash community,
        String url,
        List<String> types,

        @Schema(enumeration = {"v1", "v1a"}) String signature,

        @Schema(enumeration = {"enabled", "disabled"}) String state,

        @Schema(description = "Why it is told nothing any more") @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> reason,

        @Schema(description = "How much it is still to be told")
        long waiting,

        @Schema(description = "How often what comes next was not taken")
        int tries,

        @Schema(description = "Why what comes next was not taken when it was last tried", examples = "answered 500")
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> lastFault,

        Instant registeredAt,

        @Schema(description = "What the receiver checks with; shown once", examples = "whsec_…")
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> secret,

        @Schema(description = "What the receiver checks with, of a key", examples = "whpk_…")
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> publicKey) {
    static WebhookView of(Webhook webhook, long waiting, boolean withSecret) {
        var keys = webhook.keys();
        return new WebhookView(
                webhook.id(),
                webhook.community(),
                webhook.url(),
                webhook.types(),
                keys.scheme().word(),
                webhook.enabled() ? "enabled" : "disabled",
                Optional.of(webhook.reason()).filter(reason -> !reason.isEmpty()),
                waiting,
                webhook.tries(),
                Optional.of(webhook.fault()).filter(fault -> !fault.isEmpty()),
                webhook.registeredAt(),
                withSecret ? keys.scheme().shared(keys.secret()) : Optional.empty(),
                keys.canSign() ? keys.scheme().open(keys.secret()) : Optional.empty());
    }
}
