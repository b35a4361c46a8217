// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings bind by name and kind, or not at all. */
class SettingsTest {
    private enum Mode {
        PLAIN,
        SKIP_TO_NEXT
    }

    private record All(
            String text,
            long number,
            boolean truth,
            Fraction share,
            Duration time,
            Mode mode,
            List<String> names,
            Optional<String> maybeText,
            Optional<Long> maybeNumber,
            Optional<Boolean> maybeTruth,
            Optional<Fraction> maybeShare,
            Optional<Duration> maybeTime,
            Optional<Mode> maybeMode,
            Optional<List<String>> maybeNames) {}

    private record Picky(long number) {
        Picky {
            if (number == 13) {
                throw new IllegalArgumentException("thirteen brings bad luck");
            }
            if (number == 14) {
                throw new IllegalStateException("a fault of the plugin");
            }
        }
    }

    private static final Map<String, Object> NEEDED = Map.of(
            "text",
            "x",
            "number",
            5L,
            "truth",
            true,
            "share",
            "2/3",
            "time",
            "P1D",
            "mode",
            "skip-to-next",
            "names",
            List.of("a", "b"));

    @Test
    void bindsEveryKind() {
        assertThat(bind(NEEDED))
                .isEqualTo(new All(
                        "x",
                        5,
                        true,
                        Fraction.of(2, 3),
                        Duration.ofDays(1),
                        Mode.SKIP_TO_NEXT,
                        List.of("a", "b"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void bindsWhatMayBeLeftOut() {
        var all = bind(with(Map.of(
                "maybeText",
                "y",
                "maybeNumber",
                6L,
                "maybeTruth",
                false,
                "maybeShare",
                1L,
                "maybeTime",
                "PT1S",
                "maybeMode",
                "plain",
                "maybeNames",
                "alone",
                "names",
                List.of())));

        assertThat(all.maybeText()).contains("y");
        assertThat(all.maybeNumber()).contains(6L);
        assertThat(all.maybeTruth()).contains(false);
        assertThat(all.maybeShare()).contains(Fraction.of(1, 1));
        assertThat(all.maybeTime()).contains(Duration.ofSeconds(1));
        assertThat(all.maybeMode()).contains(Mode.PLAIN);
        assertThat(all.maybeNames()).contains(List.of("alone"));
        assertThat(all.names()).isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("text", 5L, "Expected a text, found a whole number."),
                Arguments.of("number", "5", "Expected a whole number, found a text."),
                Arguments.of("truth", "yes", "Expected true or false, found a text."),
                Arguments.of("share", "half", "'half' is not a fraction such as 1/10."),
                Arguments.of("share", true, "Expected a fraction such as 1/10, found true or false."),
                Arguments.of("time", "1 day", "'1 day' is not a duration such as P5D or PT12H."),
                Arguments.of("mode", "SKIP_TO_NEXT", "'SKIP_TO_NEXT' is not one of plain, skip-to-next."),
                Arguments.of("mode", 1L, "Expected one of plain, skip-to-next, found a whole number."),
                Arguments.of("names", 1L, "Expected a list, found a whole number."),
                Arguments.of("names", List.of("a", 1L), "Expected a text, found a whole number."),
                Arguments.of("names", Map.of(), "Expected a list, found a section."),
                Arguments.of("maybeNumber", List.of(), "Expected a whole number, found a list."),
                Arguments.of("other", "x", "'other' means nothing here;"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesOtherKinds(String name, Object value, String reason) {
        assertThat(refusal(with(Map.of(name, value)))).singleElement().satisfies(complaint -> {
            assertThat(complaint.path()).startsWith("/settings/" + name);
            assertThat(complaint.reason()).startsWith(reason);
        });
    }

    @Test
    void everythingThatIsMissingIsNamed() {
        assertThat(refusal(Map.of("txt", "x")))
                .extracting(Complaint::path)
                .containsExactlyInAnyOrder(
                        "/settings/text",
                        "/settings/number",
                        "/settings/truth",
                        "/settings/share",
                        "/settings/time",
                        "/settings/mode",
                        "/settings/names",
                        "/settings/txt");
    }

    @Test
    void theRecordItselfMayRefuse() {
        var refused = catchThrowableOfType(
                ConstitutionRefused.class, () -> Settings.bind(Picky.class, call(Map.of("number", 13L))));

        assertThat(refused.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.id()).isEqualTo("bad-settings");
            assertThat(complaint.path()).isEqualTo("/settings");
            assertThat(complaint.reason()).isEqualTo("thirteen brings bad luck");
        });
    }

    @Test
    void aFaultOfThePluginIsNotTheAuthors() {
        assertThatThrownBy(() -> Settings.bind(Picky.class, call(Map.of("number", 14L))))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("a fault of the plugin");
    }

    private static All bind(Map<String, Object> settings) {
        return Settings.bind(All.class, call(settings));
    }

    private static List<Complaint> refusal(Map<String, Object> settings) {
        return catchThrowableOfType(ConstitutionRefused.class, () -> bind(settings))
                .complaints();
    }

    private static PluginCall call(Map<String, Object> settings) {
        return new PluginCall("test", settings, "/settings", "/id");
    }

    private static Map<String, Object> with(Map<String, Object> more) {
        var settings = new HashMap<>(NEEDED);
        settings.putAll(more);
        return settings;
    }
}
