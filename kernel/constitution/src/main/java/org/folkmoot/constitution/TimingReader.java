// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.Optional;
import org.folkmoot.policy.Fraction;

/** Reads how long the parts of a stage take. */
final class TimingReader {
    private static final int MAX_TIMES = 1_000;

    private TimingReader() {}

    /** Only the last stage leads to an enactment. */
    static Timing timing(Section section, boolean last) {
        var timing = new Timing(
                section.need("delay").duration(),
                optional(section, "prepare").orElse(Duration.ZERO),
                section.need("period").duration(),
                optional(section, "grace").orElse(Duration.ZERO),
                section.find("late").map(value -> late(value.section())),
                optional(section, "confirm"),
                section.find("coolOff").map(value -> coolOff(value.section())),
                positive(section, "tick"),
                last ? section.need("timelock").duration() : Duration.ZERO,
                last ? section.find("sliding").map(TimingReader::sliding) : Optional.empty(),
                last ? section.need("expires").duration() : Duration.ZERO,
                last ? section.find("window").map(TimingReader::window).orElse(Timing.Window.ANY) : Timing.Window.ANY);
        section.finish();
        return timing;
    }

    private static Late late(Section section) {
        var late = new Late(
                section.need("on").oneOf(Late.Trigger.class),
                section.find("rule").map(Value::text),
                optional(section, "within"),
                optional(section, "extend"),
                optional(section, "quiet"),
                section.need("upTo").duration(),
                section.find("times").map(value -> value.integer(1, MAX_TIMES)).orElse((long) MAX_TIMES));
        if (late.extend().isPresent() == late.quiet().isPresent()) {
            section.complaints().error("bad-value", section.path(), "A late rule has either 'extend' or 'quiet'.");
        }
        section.finish();
        return late;
    }

    private static CoolOff coolOff(Section section) {
        var coolOff = new CoolOff(
                section.need("lasts").duration(), section.need("only").texts(), optional(section, "turned"));
        section.finish();
        return coolOff;
    }

    private static Timing.Window window(Value value) {
        var section = value.section();
        var from = optional(section, "from").orElse(Duration.ZERO);
        var until = optional(section, "until");
        if (until.filter(end -> end.compareTo(from) <= 0).isPresent()) {
            section.need("until").bad("The window ends before it begins.", "", "");
        }
        section.finish();
        return new Timing.Window(from, until);
    }

    private static Sliding sliding(Value value) {
        var section = value.section();
        var count = section.need("count").texts();
        var of = section.need("of").texts();
        var from = section.need("from").fraction();
        var to = section.need("to").fraction();
        var least = section.need("least").duration();
        var most = section.need("most").duration();
        section.finish();
        try {
            return new Sliding(count, of, from, to, least, most);
        } catch (IllegalArgumentException e) {
            var stand = Fraction.of(0, 1);
            var whole = Fraction.of(1, 1);
            return value.bad(
                    "This is not a timelock: " + e.getMessage() + ".",
                    "",
                    new Sliding(count, of, stand, whole, Duration.ZERO, Duration.ZERO));
        }
    }

    private static Optional<Duration> positive(Section section, String key) {
        var found = optional(section, key);
        if (found.filter(Duration::isZero).isPresent()) {
            section.need(key).bad("This takes some time.", "", "");
        }
        return found;
    }

    private static Optional<Duration> optional(Section section, String key) {
        return section.find(key).map(Value::duration);
    }
}
