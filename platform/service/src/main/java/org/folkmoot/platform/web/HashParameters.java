// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;

/** Lets a path or a query name things by their hash; anything else in its place names nothing, which is 404. */
@Provider
class HashParameters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked") // the class was compared
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Hash.class ? (ParamConverter<T>) new HashConverter() : null;
    }

    private static final class HashConverter implements ParamConverter<Hash> {
        @Override
        public @Nullable Hash fromString(@Nullable String value) {
            return value == null ? null : Hash.parse(value);
        }

        @Override
        public String toString(Hash value) {
            return value.hex();
        }
    }
}
