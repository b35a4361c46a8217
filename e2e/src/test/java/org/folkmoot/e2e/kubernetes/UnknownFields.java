// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.kubernetes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;

/** Finds the fields of a manifest that the Kubernetes client's types do not have, and takes them out. */
final class UnknownFields {
    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private UnknownFields() {}

    static void drop(Object value) {
        switch (value) {
            case Collection<?> many -> many.forEach(UnknownFields::drop);
            case Map<?, ?> map -> map.values().forEach(UnknownFields::drop);
            case Object bean when bean.getClass().getName().startsWith(MODEL) -> dropOf(bean);
            default -> {}
        }
    }

    private static void dropOf(Object bean) {
        for (var method : bean.getClass().getMethods()) {
            if (method.getParameterCount() != 0 || !method.getName().startsWith("get")) continue;
            var value = call(method, bean);
            if (method.getName().equals("getAdditionalProperties")) ((Map<?, ?>) value).clear();
            else if (value != null) drop(value);
        }
    }

    private static Object call(Method method, Object bean) {
        try {
            return method.invoke(bean);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
