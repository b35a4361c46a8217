// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** Writes JSON pointers (RFC 6901), the paths by which complaints name a place. */
public final class Pointer {
    private Pointer() {}

    /** The path of a member. */
    public static String child(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The path of an item of a list. */
    public static String child(String path, int index) {
        return path + "/" + index;
    }

    public static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
