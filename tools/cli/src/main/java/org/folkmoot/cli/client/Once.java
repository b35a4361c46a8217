// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done once however often it is asked for, because it has a name. */
public final class Once {
    private static final int FAULT_OF_SERVICES = 500;

    private Once() {}

    /** A name that somebody chose, or a new one. */
    public static String name(@Nullable String id) {
        return id == null ? UUID.randomUUID().toString() : id;
    }

    /** Asks for what has this name. If nobody can tell whether it was done, it is said how to ask again. */
    public static JsonNode ask(String name, Supplier<JsonNode> asking) {
        try {
            return asking.get();
        } catch (Unreachable e) {
            throw new MaybeDone(name, e);
        } catch (RefusedByService e) {
            if (e.status() < FAULT_OF_SERVICES) throw e;
            throw new MaybeDone(name, e);
        }
    }
}
