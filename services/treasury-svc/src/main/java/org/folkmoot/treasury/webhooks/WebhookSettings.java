// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator says about webhooks. */
@ConfigMapping(prefix = "folkmoot.webhooks")
interface WebhookSettings {
    /** How often it is looked for what is to be told. */
    String every();

    /** How long a receiver may take to answer. */
    Duration timeout();

    /** How many endpoints are told something at once. */
    int atOnce();

    /** How long an old secret goes on to sign. */
    Duration oldSecret();

    /** The pauses between tries; after the last of them there is one more try. */
    List<Duration> pauses();

    /** The file of the key under which their secrets are kept: the base64 of 32 bytes. */
    Optional<Path> keyFile();

    /** Whether what is not encrypted may be spoken. */
    boolean plainHttp();

    /** Whether receivers may have addresses that are not public. */
    boolean privateAddresses();
}
