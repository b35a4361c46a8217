// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.drafting;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.proposals.domain.Content;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Json;

/** The body of a {@code proposal.draft/1}. */
final class DraftBody {
    private DraftBody() {}

    static Content read(Json.Obj body) {
        var fields = Fields.of(body, Set.of("actions", "text", "title"), Set.of("enact", "options"));
        var options = fields.has("options") ? options(fields.array("options")) : List.<String>of();
        var actions =
                fields.array("actions").items().stream().map(DraftBody::action).toList();
        var enact = fields.has("enact") ? enact(fields.text("enact")) : Content.Enact.EACH;
        return new Content(fields.text("title"), fields.text("text"), options, actions, enact);
    }

    private static Content.Enact enact(String word) {
        return Content.Enact.named(word).orElseThrow(() -> malformed("enact is each or together, not " + word));
    }

    private static List<String> options(Json.Arr array) {
        var options = array.items().stream().map(DraftBody::option).toList();
        if (options.isEmpty()) throw malformed("options is empty: leave it out");
        return options;
    }

    /** Reads an option in the one composed form, so that what looks the same is the same and a repetition is seen. */
    private static String option(Json option) {
        if (!(option instanceof Json.Str(String text))) throw malformed("an option is not a text");
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) throw malformed("an option is not in the form NFC");
        return text;
    }

    @SuppressWarnings("unchecked") // an object of JSON has text for keys
    private static Map<String, Object> action(Json action) {
        if (action instanceof Json.Obj object) return (Map<String, Object>) object.plain();
        throw malformed("an action is not an object");
    }

    private static ActRefused malformed(String words) {
        return new ActRefused(new ActRefusal.PayloadMalformed("value", 0, words));
    }
}
