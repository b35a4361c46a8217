// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.regex.Pattern;
import org.folkmoot.record.Hash;

/** Where a plugin comes from. */
public sealed interface Origin {
    /** The version that it has. */
    String version();

    /** Where it is, for a sentence. */
    String place();

    /** It is part of this program: whoever knows the program's version knows it. */
    record BuiltIn(String version) implements Origin {
        @Override
        public String place() {
            return "built in";
        }
    }

    /** It is in a third party's jar, which its hash identifies whatever its version says. */
    record Jar(String file, String version, Hash sha256) implements Origin {
        private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}");

        public Jar {
            if (!isVersion(version)) {
                throw new IllegalArgumentException("not a version: " + version);
            }
        }

        /** Tells whether a text can be a version: up to 64 letters, digits, dots, hyphens, pluses and underscores. */
        public static boolean isVersion(String text) {
            return VERSION.matcher(text).matches();
        }

        @Override
        public String place() {
            return "in " + file;
        }
    }
}
