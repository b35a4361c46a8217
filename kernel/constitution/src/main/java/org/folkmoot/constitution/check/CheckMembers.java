// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.AdmissionPlan;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Pointer;

/** Looks at who comes in and where members sign: what lets in everybody, and what lets nobody sign. */
final class CheckMembers {
    private static final String OPEN = "open";

    private final Constitution constitution;
    private final Complaints complaints;

    CheckMembers(Constitution constitution, Complaints complaints) {
        this.constitution = constitution;
        this.complaints = complaints;
    }

    void all() {
        open();
        passkeys();
    }

    /** Whoever makes a thousand keys has a thousand votes; a wait and a limit make that slow and visible. */
    private void open() {
        var membership = constitution.membership();
        if (!letsAnybodyIn(constitution.admission()) || constitution.assets().isEmpty()) {
            return;
        }
        if (membership.coolDown().isZero() && membership.joins().isEmpty()) {
            complaints.warning(
                    "open-with-money",
                    "/admission",
                    "Anybody joins and votes at once, as often as one makes keys, and the community has money;"
                            + " membership.coolDown and membership.joins slow that down.");
        }
    }

    static boolean letsAnybodyIn(AdmissionPlan plan) {
        return switch (plan) {
            case AdmissionPlan.Model model -> model.call().id().equals(OPEN);
            case AdmissionPlan.AtLeast several ->
                several.of().stream().filter(CheckMembers::letsAnybodyIn).count() >= several.count();
        };
    }

    private void passkeys() {
        var rules = constitution.passkeys();
        for (var i = 0; i < rules.origins().size(); i++) {
            var origin = rules.origins().get(i);
            var path = Pointer.child("/passkeys/origins", i);
            var host = host(origin);
            if (host.isEmpty()) {
                complaints.error(
                        "bad-origin",
                        path,
                        "'" + origin + "' is not an origin as browsers write it.",
                        "https://moot.example.org");
            } else if (!isUnderOne(host.get(), rules.rpIds())) {
                complaints.error(
                        "unreachable-origin",
                        path,
                        "No passkey of " + String.join(", ", rules.rpIds()) + " can be used at " + origin + ".");
            }
        }
    }

    /** The host of an origin: a scheme, a host and perhaps a port, without anything behind them. */
    private static Optional<String> host(String origin) {
        try {
            var uri = URI.create(origin);
            var host = uri.getHost();
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return host != null
                            && origin.equals(uri.getScheme() + "://" + host + port)
                            && List.of("https", "http").contains(uri.getScheme())
                    ? Optional.of(host)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isUnderOne(String host, List<String> domains) {
        return domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }
}
