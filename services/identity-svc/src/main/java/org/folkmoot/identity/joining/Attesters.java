// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import org.folkmoot.constitution.AdmissionPlan;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;

/** Whose claims about applicants can count: the keys that the admission rules name, whatever the rules are called. */
final class Attesters {
    private Attesters() {}

    static boolean named(AdmissionPlan plan, PublicKey key) {
        return switch (plan) {
            case AdmissionPlan.Model model -> has(Json.of(model.call().settings()), key.did());
            case AdmissionPlan.AtLeast several -> several.of().stream().anyMatch(part -> named(part, key));
        };
    }

    private static boolean has(Json json, String did) {
        return switch (json) {
            case Json.Obj object -> object.members().values().stream().anyMatch(value -> has(value, did));
            case Json.Arr array -> array.items().stream().anyMatch(value -> has(value, did));
            case Json.Str(String text) -> text.equals(did);
            case Json.Int _, Json.Bool _ -> false;
        };
    }
}
