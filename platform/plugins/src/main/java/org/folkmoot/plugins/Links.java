// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds out at the start what would otherwise be missing in the midst of a poll: classes that a plugin names. */
final class Links {
    private static final String SUFFIX = ".class";

    private Links() {}

    /** A class that the plugin or a class inside it names, and that it cannot see. */
    static Optional<String> missing(String plugin, JarBytes jar, ClassLoader loader) {
        var path = plugin.replace('.', '/');
        return jar.entries().entrySet().stream()
                .filter(entry -> entry.getKey().equals(path + SUFFIX)
                        || entry.getKey().startsWith(path + "$")
                                && entry.getKey().endsWith(SUFFIX))
                .flatMap(entry -> named(entry.getValue()))
                .filter(name -> !isThere(name, loader))
                .sorted()
                .findFirst();
    }

    private static Stream<String> named(byte[] type) {
        try {
            var pool = ClassFile.of().parse(type).constantPool();
            return StreamSupport.stream(pool.spliterator(), false)
                    .filter(ClassEntry.class::isInstance)
                    .map(entry -> ((ClassEntry) entry).asInternalName())
                    .filter(name -> !name.startsWith("["))
                    .map(name -> name.replace('/', '.'))
                    .distinct();
        } catch (IllegalArgumentException _) {
            return Stream.empty(); // not a class: loading it says so
        }
    }

    private static boolean isThere(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError _) {
            return false;
        }
    }
}
