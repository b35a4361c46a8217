// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/**
 * Says that a third party's plugin gave no answer that can be used, and why. Whoever asked it does not know the answer:
 * nothing passes, and nothing is rejected.
 */
public final class PluginFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String id;
    private final String version;
    private final String reason;

    /** Names the plugin and what went wrong, as the end of a sentence: {@code it gave no answer within 2 s}. */
    public PluginFailed(String id, String version, String reason) {
        super("The plugin '" + id + "' " + version + " failed: " + reason + ".", null, false, false);
        this.id = id;
        this.version = version;
        this.reason = reason;
    }

    /** The plugin's id. */
    public String id() {
        return id;
    }

    /** The plugin's version. */
    public String version() {
        return version;
    }

    /** What went wrong. */
    public String reason() {
        return reason;
    }

    /** What went wrong, with the plugin's name, as a sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
