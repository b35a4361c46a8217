// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Says where webhooks may go. */
@ApplicationScoped
class Destination {
    private static final int LONGEST = 500;
    private static final int MOST_PORT = 65_535;

    private final WebhookSettings settings;

    Destination(WebhookSettings settings) {
        this.settings = settings;
    }

    /** What is wrong with an address as it is written; nothing if it may be registered. */
    Optional<String> fault(String url) {
        try {
            var uri = new URI(url);
            if (url.length() > LONGEST) return Optional.of("it is longer than " + LONGEST + " characters");
            if (uri.getHost() == null || uri.getScheme() == null) return Optional.of("it names no host");
            if (uri.getRawUserInfo() != null || uri.getRawFragment() != null)
                return Optional.of("it has a user or a fragment");
            if (uri.getPort() == 0 || uri.getPort() > MOST_PORT) return Optional.of("its port is none");
            var encrypted = uri.getScheme().equals("https");
            var allowed = encrypted || uri.getScheme().equals("http") && settings.plainHttp();
            return allowed ? Optional.empty() : Optional.of("only https is spoken here");
        } catch (URISyntaxException _) {
            return Optional.of("it is not an address");
        }
    }

    /**
     * What is wrong with where an address leads now. It is asked before each try, because names lead elsewhere later; the JDK
     * keeps the answer for some seconds, so the connection is made to what was looked at.
     */
    Optional<String> faultNow(URI url) {
        try {
            var host = url.getHost();
            var found = InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
            return settings.privateAddresses() || Arrays.stream(found).allMatch(PublicAddress::is)
                    ? Optional.empty()
                    : Optional.of("the receiver's address is not public");
        } catch (UnknownHostException _) {
            return Optional.of("the receiver has no address");
        }
    }
}
