// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import org.folkmoot.constitution.Chamber;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.constitution.Stage;
import org.folkmoot.record.Json;

/** Compares what a poll's definition repeats of its policy with what the policy says. */
final class Fit {
    private Fit() {}

    static Stage stage(PollDefinition definition, Policy policy) {
        var stage = definition.stage().flatMap(policy::stage).orElse(policy.first());
        if (!policy.mark(stage).equals(definition.stage())) throw new PollRules.Unfit("The policy has other stages.");
        return stage;
    }

    static Chamber chamber(PollDefinition definition, Stage stage) {
        var chamber = definition.chamber().flatMap(stage::chamber).orElse(stage.main());
        if (!stage.mark(chamber).equals(definition.chamber()))
            throw new PollRules.Unfit("The policy asks other chambers.");
        return chamber;
    }

    static void compare(PollDefinition definition, Stage stage, Chamber chamber) {
        if (!definition.body().equals(chamber.body())) throw new PollRules.Unfit("The policy asks another body.");
        if (definition.revote() != chamber.revote())
            throw new PollRules.Unfit("The policy counts other ballots of a member.");
        if (!definition.ballot().id().equals(chamber.ballot().id()) || !sameSettings(definition, chamber))
            throw new PollRules.Unfit("The policy asks for another voting method.");
        if (!definition.opensAt().plus(stage.timing().open()).equals(definition.closesAt()))
            throw new PollRules.Unfit("The policy gives another time to vote.");
    }

    private static boolean sameSettings(PollDefinition definition, Chamber chamber) {
        return Json.object(definition.ballot().settings())
                .equals(Json.object(chamber.ballot().settings()));
    }
}
