// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

/** Takes back what was to be done at the end of this process. */
final class Hooks {
    private Hooks() {}

    static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The end has begun: the hook runs, finds nothing to do, and that is well.
        }
    }
}
