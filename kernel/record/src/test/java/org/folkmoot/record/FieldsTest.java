// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.record.Malformed.Reason;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final Set<String> REQUIRED = Set.of("actions", "title");
    private static final Set<String> OPTIONAL = Set.of("options");

    @Test
    void anOptionalMemberMayBeThereOrNot() {
        var without = Fields.of(Json.of(Map.of("actions", List.of(), "title", "x")), REQUIRED, OPTIONAL);
        var with = Fields.of(
                Json.of(Map.of("actions", List.of(), "options", List.of("a"), "title", "x")), REQUIRED, OPTIONAL);

        assertThat(without.has("options")).isFalse();
        assertThat(with.has("options")).isTrue();
        assertThat(with.array("options").items()).containsExactly(new Json.Str("a"));
    }

    @Test
    void everyMissingMemberIsNamed() {
        assertThatThrownBy(() -> Fields.of(Json.of(Map.of("options", List.of())), REQUIRED, OPTIONAL))
                .isInstanceOf(Malformed.class)
                .hasMessage("missing: actions, title");
    }

    @Test
    void anUnknownMemberIsRefusedBeforeAMissingOne() {
        assertThatThrownBy(() -> Fields.of(Json.of(Map.of("role", "admin")), REQUIRED, OPTIONAL))
                .isInstanceOf(UnknownMember.class);
    }

    @Test
    void everyKindIsRead() {
        var hash = Hash.of();
        var key = new SecretKey(new byte[32]).publicKey();
        var fields = Fields.exactly(
                Json.of(Map.of("b", "AQI=", "h", hash.hex(), "k", key.did(), "n", 0, "t", "2026-11-20T10:00:00.000Z")),
                Set.of("b", "h", "k", "n", "t"));

        assertThat(fields.base64("b")).containsExactly(1, 2);
        assertThat(fields.hash("h")).isEqualTo(hash);
        assertThat(fields.key("k")).isEqualTo(key);
        assertThat(fields.count("n")).isZero();
        assertThat(fields.time("t")).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @Test
    void anotherKindIsRefused() {
        var fields = Fields.exactly(Json.of(Map.of("x", true)), Set.of("x"));

        for (Runnable read : List.<Runnable>of(
                () -> fields.text("x"),
                () -> fields.count("x"),
                () -> fields.object("x"),
                () -> fields.array("x"),
                () -> fields.hash("x"),
                () -> fields.key("x"),
                () -> fields.time("x"),
                () -> fields.base64("x")))
            assertThat(catchThrowableOfType(Malformed.class, read::run).reason())
                    .isEqualTo(Reason.VALUE);
    }

    @Test
    void theEmptyTextIsTheBase64OfNothing() {
        assertThat(Fields.exactly(Json.of(Map.of("x", "")), Set.of("x")).base64("x"))
                .isEmpty();
    }
}
