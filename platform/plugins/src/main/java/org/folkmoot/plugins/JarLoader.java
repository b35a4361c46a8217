// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads the classes of one jar; two jars may hold classes of the same name and never meet. */
final class JarLoader extends ClassLoader {
    private final Map<String, byte[]> entries;

    JarLoader(JarBytes jar) {
        super(jar.file().getFileName().toString(), PolicyApi.VISIBLE);
        this.entries = jar.entries();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var bytes = entries.get(name.replace('.', '/') + ".class");
        if (bytes == null) throw new ClassNotFoundException(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        var bytes = entries.get(name);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
}
