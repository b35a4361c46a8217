// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SecretKey;

/** Signing keys that are the same in every run. They are worth nothing: anybody can make them. */
public final class Keys {
    private Keys() {}

    /** The key of this name. */
    public static SecretKey of(String name) {
        return new SecretKey(Hash.of(("folkmoot test key " + name).getBytes(StandardCharsets.UTF_8))
                .bytes());
    }

    /** That many different keys: {@code name 0}, {@code name 1} and so on. */
    public static List<SecretKey> many(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> of(name + " " + i)).toList();
    }
}
