// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** Says that the plugins that are installed cannot be used together; a service then does not start. */
public final class PluginsRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Makes one with the reason. */
    public PluginsRefused(String reason) {
        super(reason);
    }

    /** Makes one with the reason and what is behind it. */
    public PluginsRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
