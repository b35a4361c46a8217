// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

/** Carries a refusal to the edge. */
final class WebhookRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient WebhookRefusal refusal;

    WebhookRefused(WebhookRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    WebhookRefusal refusal() {
        return refusal;
    }
}
