// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a proposal says and would do, as its author signed it. It never changes.
 *
 * @param enact whether each of its actions is enacted for itself, or all together
 */
public record Content(String title, String text, List<String> options, List<Map<String, Object>> actions, Enact enact) {
    /** How the actions of a proposal are enacted. */
    public enum Enact {
        /** One after the other; what was enacted before one that fails stays enacted. */
        EACH,
        /** All at once or none. */
        TOGETHER;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the word. */
        public static Optional<Enact> named(String word) {
            return Arrays.stream(values())
                    .filter(known -> known.word().equals(word))
                    .findFirst();
        }
    }

    /** The most characters of a title or an option. */
    public static final int MOST_CHARACTERS = 200;

    /** The most bytes of the text. */
    public static final int MOST_BYTES = 40 * 1024;

    /** The fewest and the most options, where there are any. */
    public static final int FEWEST_OPTIONS = 2;

    public static final int MOST_OPTIONS = 200;

    /** The most bytes of all options together, so that they fit into the definition of a poll. */
    public static final int MOST_OPTION_BYTES = 48 * 1024;

    /** The most actions. */
    public static final int MOST_ACTIONS = 32;

    private static final String OPTION = "option";

    /** Something whose actions are enacted each for itself. */
    public Content(String title, String text, List<String> options, List<Map<String, Object>> actions) {
        this(title, text, options, actions, Enact.EACH);
    }

    public Content {
        options = List.copyOf(options);
        actions = List.copyOf(actions);
        Words.line("title", title, MOST_CHARACTERS);
        Words.prose("text", text, MOST_BYTES);
        checkOptions(options);
        if (actions.size() > MOST_ACTIONS) throw invalid("actions", "more than " + MOST_ACTIONS);
    }

    /** Lists the actions that are to be enacted when these options won, in their order: an action may hang on an option. */
    public List<Integer> ordered(List<String> winners) {
        return IntStream.range(0, actions.size())
                .filter(action -> !actions.get(action).containsKey(OPTION)
                        || winners.contains(String.valueOf(actions.get(action).get(OPTION))))
                .boxed()
                .toList();
    }

    /** Whether they are enacted all at once or not at all. */
    public boolean together() {
        return enact == Enact.TOGETHER;
    }

    private static void checkOptions(List<String> options) {
        if (options.isEmpty()) return;
        if (options.size() < FEWEST_OPTIONS) throw invalid("options", "fewer than " + FEWEST_OPTIONS);
        if (options.size() > MOST_OPTIONS) throw invalid("options", "more than " + MOST_OPTIONS);
        if (String.join("", options).getBytes(UTF_8).length > MOST_OPTION_BYTES)
            throw invalid("options", "together larger than " + MOST_OPTION_BYTES + " bytes");
        var seen = new HashSet<String>();
        for (var i = 0; i < options.size(); i++) {
            var field = "options[" + i + "]";
            Words.line(field, options.get(i), MOST_CHARACTERS);
            if (!seen.add(options.get(i))) throw invalid(field, "repeats another option");
        }
    }

    private static Refused invalid(String field, String reason) {
        return new Refused(new Refusal.ContentInvalid(field, reason));
    }
}
