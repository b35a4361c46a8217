// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How values look in our JSON, in events and in the API alike: instants in UTC with exactly three decimals, and large
 * whole numbers as strings, because a JSON number above 2^53 does not survive every reader.
 */
public final class WireModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Registers the shapes. */
    public WireModule() {
        super("folkmoot-wire");
        addSerializer(Instant.class, new Millis());
        addSerializer(BigInteger.class, new Digits());
        addDeserializer(BigInteger.class, new FromDigits());
    }

    private static final class Millis extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;
        private static final DateTimeFormatter FORMAT =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

        private Millis() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider context) throws IOException {
            out.writeString(FORMAT.format(value));
        }
    }

    private static final class Digits extends StdScalarSerializer<BigInteger> {
        private static final long serialVersionUID = 1L;

        private Digits() {
            super(BigInteger.class);
        }

        @Override
        public void serialize(BigInteger value, JsonGenerator out, SerializerProvider context) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class FromDigits extends StdScalarDeserializer<BigInteger> {
        private static final long serialVersionUID = 1L;
        // The columns behind them are numeric(38, 0).
        private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,37})");

        private FromDigits() {
            super(BigInteger.class);
        }

        @Override
        public @Nullable BigInteger deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.hasToken(JsonToken.VALUE_STRING)
                    && WHOLE.matcher(in.getText()).matches()) return new BigInteger(in.getText());
            return (BigInteger) context.handleUnexpectedToken(
                    BigInteger.class,
                    in.currentToken(),
                    in,
                    "a whole number is written as a string of at most 38 digits");
        }
    }
}
