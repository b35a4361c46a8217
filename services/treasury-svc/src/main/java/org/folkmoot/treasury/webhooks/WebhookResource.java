// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where an operator says which systems outside are told what happens. The operator's token opens it. */
@Path("/v1/operator/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "webhooks")
class WebhookResource {
    private static final int MOST_TYPES = 50;

    private final KeepWebhooks keepWebhooks;

    WebhookResource(KeepWebhooks keepWebhooks) {
        this.keepWebhooks = keepWebhooks;
    }

    /** What an operator registers. */
    @Schema(name = "WebhookRequest")
    record WebhookRequest(
            @NotNull Hash community,

            @Schema(examples = "https://books.example/folkmoot") @NotNull
            String url,

            @Schema(examples = "[\"treasury.transfer-posted.v1\"]") @NotNull @Size(min = 1, max = MOST_TYPES)
            List<@NotNull String> types,

            @Schema(description = "How it is signed: v1 (HMAC-SHA256), or v1a (Ed25519); v1 if nothing is said")
            Optional<@Pattern(regexp = "v1a?") String> signature) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(operationId = "registerWebhook", summary = "Have a system outside told what happens")
    public WebhookView register(@Valid @NotNull WebhookRequest request) {
        var scheme = Scheme.valueOf(request.signature().orElse("v1").toUpperCase(Locale.ROOT));
        return keepWebhooks.register(request.community(), request.url(), request.types(), scheme);
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "The systems outside that are told, in the order of registration")
    public Page<WebhookView> list(@BeanParam @Valid Paging paging) {
        return keepWebhooks.page(paging);
    }

    @GET
    @Path("/{webhook}")
    @Operation(operationId = "showWebhook", summary = "One of them, and why it is told nothing any more")
    public WebhookView show(@PathParam("webhook") String webhook) {
        return keepWebhooks.one(webhook);
    }

    @POST
    @Path("/{webhook}/rotate")
    @Operation(operationId = "rotateWebhook", summary = "Make a new secret; for a while the old one goes on to sign")
    public WebhookView rotate(@PathParam("webhook") String webhook) {
        return keepWebhooks.rotate(webhook);
    }

    @POST
    @Path("/{webhook}/enable")
    @Operation(operationId = "enableWebhook", summary = "Try again to tell one that was given up")
    public WebhookView enable(@PathParam("webhook") String webhook) {
        return keepWebhooks.enable(webhook);
    }

    @DELETE
    @Path("/{webhook}")
    @ResponseStatus(204)
    @Operation(operationId = "deleteWebhook", summary = "Tell it nothing any more, and forget it")
    public void delete(@PathParam("webhook") String webhook) {
        keepWebhooks.delete(webhook);
    }
}
