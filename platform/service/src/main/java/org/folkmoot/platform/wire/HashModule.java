// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.wire;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/** How hashes and keys look in JSON: as 64 hexadecimal digits and as a did:key. */
public final class HashModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Registers the shapes. */
    public HashModule() {
        super("folkmoot-hashes");
        addSerializer(Hash.class, new ToStringSerializer(Hash.class));
        addSerializer(PublicKey.class, new ToStringSerializer(PublicKey.class));
        addDeserializer(Hash.class, new FromStringDeserializer<Hash>(Hash.class) {
            private static final long serialVersionUID = 1L;

            @Override
            protected Hash _deserialize(String value, DeserializationContext context) {
                return Hash.parse(value);
            }
        });
        addDeserializer(PublicKey.class, new FromStringDeserializer<PublicKey>(PublicKey.class) {
            private static final long serialVersionUID = 1L;

            @Override
            protected PublicKey _deserialize(String value, DeserializationContext context) {
                return PublicKey.parse(value);
            }
        });
    }
}
