// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one message once. It follows no redirects, and reads no more of an answer than its status. */
@ApplicationScoped
class SendMessage {
    private static final int GONE = 410;
    private static final int OK_FROM = 200;
    private static final int OK_TO = 299;

    private final Destination destination;
    private final WebhookSettings settings;
    private final Clock clock;
    private final HttpClient http;

    SendMessage(Destination destination, WebhookSettings settings, Clock clock) {
        this.destination = destination;
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(Redirect.NEVER)
                .version(Version.HTTP_1_1)
                .build();
    }

    /** What the receiver answered. */
    sealed interface Answer {
        /** It has it. */
        record Taken() implements Answer {}

        /** It wants nothing any more. */
        record Gone() implements Answer {}

        /** It does not have it. */
        record NotTaken(String why, Duration leaveAlone) implements Answer {}
    }

    Answer handle(Webhook webhook, Webhook.Message message) throws InterruptedException {
        var url = URI.create(webhook.url());
        var fault = destination.fault(webhook.url()).or(() -> destination.faultNow(url));
        if (fault.isPresent()) return new Answer.NotTaken(fault.get(), Duration.ZERO);
        var sending = http.sendAsync(request(webhook, message, url), BodyHandlers.discarding());
        try {
            // The client's own timeout ends with the headers; a body that never ends is no answer either.
            return answer(sending.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            sending.cancel(true);
            return new Answer.NotTaken("no answer within " + settings.timeout().toSeconds() + " s", Duration.ZERO);
        } catch (ExecutionException e) {
            var cause = e.getCause() instanceof Throwable known ? known : e;
            return new Answer.NotTaken("no answer: " + cause.getClass().getSimpleName(), Duration.ZERO);
        }
    }

    private HttpRequest request(Webhook webhook, Webhook.Message message, URI url) {
        var now = clock.instant();
        long seconds = now.getEpochSecond();
        return HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("content-type", "application/json")
                .header("user-agent", "folkmoot-webhooks/1")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", String.valueOf(seconds))
                .header("webhook-signature", webhook.keys().sign(message.id(), seconds, message.body(), now))
                .POST(BodyPublishers.ofString(message.body()))
                .build();
    }

    private static Answer answer(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status >= OK_FROM && status <= OK_TO) return new Answer.Taken();
        return status == GONE ? new Answer.Gone() : new Answer.NotTaken("answered " + status, leaveAlone(response));
    }

    /** Receivers that are asked too often say for how many seconds they want to be left alone. */
    private static Duration leaveAlone(HttpResponse<?> response) {
        return response.headers()
                .firstValue("retry-after")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }
}
