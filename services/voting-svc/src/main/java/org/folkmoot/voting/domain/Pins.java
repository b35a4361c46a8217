// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Installed;
import org.folkmoot.constitution.Origin;
import org.folkmoot.constitution.PluginPin;
import org.folkmoot.constitution.Plugins;

/** Compares the plugins that a poll is pinned to with those that are here. */
public final class Pins {
    private Pins() {}

    /** The first plugin that is not here, or not as it was when voters signed for it, as a sentence that says what to do. */
    public static Optional<String> missing(List<PluginPin> pins, Plugins plugins) {
        return pins.stream()
                .filter(pin -> !plugins.find(pin.kind(), pin.id())
                        .flatMap(Installed::pin)
                        .equals(Optional.of(pin)))
                .findFirst()
                .map(pin -> words(pin, plugins.find(pin.kind(), pin.id())));
    }

    private static String words(PluginPin pin, Optional<Installed> here) {
        return "The poll is pinned to the " + pin + ", but "
                + here.map(Installed::origin).map(Pins::words).orElse("none of that name is installed")
                + ". It goes on when the jar that it is pinned to is in the plugins folder and the service was started"
                + " again.";
    }

    private static String words(Origin origin) {
        return switch (origin) {
            case Origin.BuiltIn(String version) -> "a built-in one has its name in version " + version;
            case Origin.Jar jar ->
                "installed is version " + jar.version() + " (sha256 "
                        + jar.sha256().hex() + ")";
        };
    }
}
