// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.platform.secrets.KeyFile;
import org.folkmoot.platform.secrets.Sealed;

/**
 * Seals the secrets with which webhooks are signed, so that nobody signs who has the database alone: each for its webhook,
 * under the service's key, which is in a file. What was kept before there was a key is shorter, and stays readable.
 */
@Startup // a key file that cannot be read is said at the start
@ApplicationScoped
class SealSecrets {
    private final Optional<byte[]> key;

    SealSecrets(WebhookSettings settings) {
        this.key = settings.keyFile().map(file -> KeyFile.read(file, "webhooks"));
    }

    /** Whether there is a key to seal with. */
    boolean isReady() {
        return key.isPresent();
    }

    byte[] seal(String webhook, byte[] secret) {
        return Sealed.seal(key(), context(webhook), secret);
    }

    /** What was kept; nothing if it was sealed under a key that is not here. */
    Optional<byte[]> open(String webhook, byte[] kept) {
        if (!isSealed(kept)) return Optional.of(kept);
        try {
            return key.map(known -> Sealed.open(known, context(webhook), kept));
        } catch (IllegalStateException _) {
            return Optional.empty();
        }
    }

    private static boolean isSealed(byte[] kept) {
        return kept.length > Scheme.SECRET_BYTES;
    }

    private byte[] key() {
        return key.orElseThrow(() -> new WebhookRefused(new WebhookRefusal.WebhookKeyMissing()));
    }

    private static byte[] context(String webhook) {
        return ("webhook/1 " + webhook).getBytes(UTF_8);
    }
}
