// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Unsupported;
import org.folkmoot.constitution.check.Check;
import org.folkmoot.record.Act;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;

/** What a founding act brings into being: rules that can work and the people who begin with them. */
public record Genesis(Constitution constitution, List<PublicKey> founders) {
    /** The type of the act. */
    public static final String ACT = "community.found/1";

    /** The most founders: they are told in one event. */
    public static final int MOST_FOUNDERS = 1_000;

    private static final Set<String> MEMBERS = Set.of("constitution", "founders", "name");
    private static final String KEY = "key";

    public Genesis {
        founders = List.copyOf(founders);
    }

    /** What the community is called. */
    public String name() {
        return constitution.name();
    }

    /** Reads a founding act, or refuses it with {@link Refused}. */
    public static Genesis read(Act act, Plugins plugins) {
        var body = Fields.exactly(act.body(), MEMBERS);
        var founders = founders(body.array("founders"));
        if (!founders.contains(act.key()))
            throw new Refused(new Refusal.SignerNotFounder(act.key().did()));
        var constitution = constitution(body.object("constitution"), plugins);
        var name = body.text("name");
        if (!name.equals(constitution.name())) throw new Refused(new Refusal.NameMismatch(name, constitution.name()));
        return new Genesis(constitution, founders);
    }

    private static List<PublicKey> founders(Json.Arr listed) {
        int count = listed.items().size();
        if (count == 0 || count > MOST_FOUNDERS)
            throw new Refused(
                    new Refusal.FoundersInvalid("There are 1 to " + MOST_FOUNDERS + " founders, not " + count + "."));
        var founders = listed.items().stream().map(Genesis::key).toList();
        var seen = new HashSet<PublicKey>();
        for (var founder : founders) {
            if (!seen.add(founder)) throw new Refused(new Refusal.FoundersInvalid(founder.did() + " is listed twice."));
            if (!founder.admissible()) throw new Refused(new Refusal.KeyInvalid(founder.did(), Optional.empty()));
        }
        return founders;
    }

    private static PublicKey key(Json founder) {
        // As the member of an object, a key is read and refused like every other key of an act.
        return Fields.exactly(Json.of(Map.of(KEY, founder)), Set.of(KEY)).key(KEY);
    }

    private static Constitution constitution(Json.Obj document, Plugins plugins) {
        try {
            return Unsupported.refuse(Check.accept(document.canonical(), plugins));
        } catch (ConstitutionRefused refused) {
            throw new Refused(Refusal.ConstitutionRefused.of(refused.complaints()));
        }
    }
}
