// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a JSON body, in words that do not name our classes, as the parser's own do. */
final class JsonWords {
    private JsonWords() {}

    static String of(JsonProcessingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> "nobody defined the member " + unknown.getPropertyName();
            case InvalidFormatException format -> "the value is not of the right form";
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException why ->
                "the value is not allowed: " + why.getMessage();
            case com.fasterxml.jackson.databind.DatabindException _ -> "the value is missing or of the wrong kind";
            default -> "the body is not JSON";
        };
    }
}
