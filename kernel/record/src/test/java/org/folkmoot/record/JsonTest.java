// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    /** RFC 8785, section 3.2.3. */
    @Test
    void keysAreSortedAsThePublishedExampleSortsThem() {
        var published = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");

        var object = Json.object(published);

        assertThat(object.members().values())
                .containsExactly(
                        new Json.Str("Carriage Return"),
                        new Json.Str("One"),
                        new Json.Str("Control"),
                        new Json.Str("Latin Small Letter O With Diaeresis"),
                        new Json.Str("Euro Sign"),
                        new Json.Str("Emoji: Grinning Face"),
                        new Json.Str("Hebrew Letter Dalet With Dagesh"));
        assertThat(StrictJson.parse(object.canonical())).isEqualTo(object);
    }

    /** RFC 8785, section 3.2.2: the member "string", whose bytes are given in section 3.2.4. */
    @Test
    void textIsWrittenAsThePublishedExampleWritesIt() {
        var object = Json.of(Map.of("string", "\u20ac$\u000f\nA'B\"\\\\\"/"));

        assertThat(object.canonical())
                .asHexString()
                .isEqualTo("7B22737472696E67223A22E282AC245C75303030665C6E4127425C225C5C5C5C5C222F227D");
        assertThat(StrictJson.parse(object.canonical())).isEqualTo(object);
    }

    /** The published test data of RFC 8785: french.json. */
    @Test
    void keysAreNotSortedAsAnyLanguageSortsThem() {
        var published = "{\"peach\":\"This sorting order\",\"p\u00e9ch\u00e9\":\"is wrong according to French\","
                + "\"p\u00eache\":\"but canonicalization MUST\",\"sin\":\"ingnore locale\"}";

        assertThat(StrictJson.parse(published.getBytes(UTF_8)).canonicalText()).isEqualTo(published);
    }

    @Test
    void plainValuesComeBackInTheirOrder() {
        var plain = Json.of(Map.of("b", List.of(1, "x", true), "a", Map.of()));

        assertThat(plain.plain()).isEqualTo(Map.of("a", Map.of(), "b", List.of(1L, "x", true)));
        assertThat(((Map<?, ?>) plain.plain()).keySet().iterator().next()).isEqualTo("a");
        assertThat(plain.canonicalText()).isEqualTo("{\"a\":{},\"b\":[1,\"x\",true]}");
    }

    @Test
    void integersOfAllWidthsAreTheSameInteger() {
        assertThat(Json.of(7)).isEqualTo(Json.of(7L)).isEqualTo(Json.of(BigInteger.valueOf(7)));
        assertThatThrownBy(() -> Json.of(BigInteger.TWO.pow(64))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void fractionsHaveNoPlaceInARecord() {
        assertThatThrownBy(() -> Json.of(Map.of("a", new BigDecimal("0.5"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00", "a\udc00\ud800", "\ud83dx", "a\0"})
    void brokenTextIsNoValueAndNoKey(String broken) {
        assertThatThrownBy(() -> Json.of(broken)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.of(Map.of(broken, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anObjectDoesNotChangeWithTheMapItWasMadeOf() {
        var map = new HashMap<String, Json>(Map.of("a", new Json.Int(1)));
        var object = new Json.Obj(map);

        map.put("b", new Json.Int(2));

        assertThat(object.members()).hasSize(1);
        assertThatThrownBy(() -> object.members().put("b", new Json.Int(2)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void membersAreFoundByName() {
        var object = Json.object(Map.of("a", 1, "b", 2, "c", 3));

        assertThat(object.get("b")).contains(new Json.Int(2));
        assertThat(object.get("d")).isEmpty();
    }
}
