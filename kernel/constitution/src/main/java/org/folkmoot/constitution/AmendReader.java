// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** Reads an amendment: the hash of what it changes, and either the whole new constitution or a patch. */
final class AmendReader {
    private static final String WHOLE = "constitution";
    private static final String PATCH = "patch";

    private final Constitution constitution;
    private final Function<byte[], Constitution> readNext;

    AmendReader(Constitution constitution, Function<byte[], Constitution> readNext) {
        this.constitution = constitution;
        this.readNext = readNext;
    }

    Optional<Action> read(Section section, Optional<String> option) {
        var base = section.need("base");
        var hash = ActionReader.read(base, Hash::parse, "a constitution's hash");
        hash.filter(known -> !known.equals(constitution.hash()))
                .ifPresent(_ ->
                        base.bad("The constitution in force is another one: " + constitution.hash() + ".", "", ""));
        var patch = section.find(PATCH);
        if (patch.isPresent()) {
            section.find(WHOLE)
                    .ifPresent(
                            whole -> whole.bad("An amendment is a whole constitution or a patch, not both.", "", ""));
            // What a patch makes of another document says nothing.
            return hash.filter(constitution.hash()::equals).isPresent()
                    ? PatchReader.read(patch.get()).flatMap(steps -> patched(steps, patch.get(), option))
                    : Optional.empty();
        }
        var whole = section.need(WHOLE);
        return next(whole).flatMap(next -> amend(next, Optional.empty(), option, whole));
    }

    private Optional<Action> amend(Constitution next, Optional<Patch> patch, Optional<String> option, Value said) {
        for (var asset : constitution.assets().values()) {
            var after = next.assets().get(asset.code());
            // Every amount so far, and each that waits to be paid, would mean something else.
            if (after != null && after.scale() != asset.scale())
                return said.bad(
                        "The scale of " + asset.code() + " is " + asset.scale() + " for good, and not " + after.scale()
                                + ".",
                        "",
                        Optional.empty());
        }
        return Optional.of(new Action.Amend(new Amendment(constitution, next), patch, option));
    }

    private Optional<Action> patched(Patch patch, Value value, Optional<String> option) {
        try {
            var document = patch.applyTo(constitution.json());
            return read(document, value).flatMap(next -> amend(next, Optional.of(patch), option, value));
        } catch (PatchRefused refused) {
            return value.list().get(refused.step()).bad(refused.reason(), "", Optional.empty());
        }
    }

    private Optional<Constitution> next(Value whole) {
        var section = whole.section();
        return whole.isSection() ? read(Json.object(section.rest()), whole) : Optional.empty();
    }

    private Optional<Constitution> read(Json.Obj document, Value said) {
        try {
            return Optional.of(readNext.apply(document.canonical()));
        } catch (ConstitutionRefused e) {
            e.complaints().forEach(said::takeOver);
            return Optional.empty();
        }
    }
}
