// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import org.folkmoot.policy.Plugin;

/**
 * What a plugin's classes see beside their own jar: the JDK and {@code org.folkmoot.policy}. The insides of the program
 * and its libraries do not exist for them, so a plugin brings libraries of its own in whatever version it likes.
 */
final class PolicyApi extends ClassLoader {
    static final PolicyApi VISIBLE = new PolicyApi();

    private static final String PREFIX = Plugin.class.getPackageName() + ".";

    private PolicyApi() {
        super("policy-api", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith(PREFIX) || name.indexOf('.', PREFIX.length()) >= 0) throw new ClassNotFoundException(name);
        return Class.forName(name, false, Plugin.class.getClassLoader());
    }
}
