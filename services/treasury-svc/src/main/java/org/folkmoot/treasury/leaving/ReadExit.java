// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.leaving;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActProblems;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Malformed;
import org.folkmoot.treasury.ChosenId;

/** Reads what a member signed to give back, as far as that can be done without the database. */
@ApplicationScoped
class ReadExit {
    static final String TYPE = "treasury.exit/1";

    private static final int LONGEST = 500;
    private static final int MOST_ASSETS = 200;

    private final ActDesk desk;

    ReadExit(ActDesk desk) {
        this.desk = desk;
    }

    Exit read(Hash community, byte[] envelope) {
        var act = desk.open(envelope, Expected.of(TYPE, community));
        try {
            var body = Fields.of(act.act().body(), Set.of("id", "units"), Set.of("assets"));
            var id = body.text("id");
            if (id.length() > LONGEST) throw wrong("a text is too long");
            var assets =
                    body.has("assets") ? Optional.of(assets(body.array("assets"))) : Optional.<List<String>>empty();
            return new Exit(act, ChosenId.of(act, id, "exit/1"), body.text("units"), assets);
        } catch (Malformed e) {
            throw new ActRefused(ActProblems.of(e));
        }
    }

    private static List<String> assets(Json.Arr written) {
        var assets = new ArrayList<String>();
        for (var item : written.items()) {
            if (!(item instanceof Json.Str(String code)) || !code.matches("[A-Z0-9]{1,12}"))
                throw wrong("assets are codes");
            assets.add(code);
        }
        if (assets.isEmpty() || assets.size() > MOST_ASSETS) throw wrong("no assets, or too many");
        return assets;
    }

    private static ActRefused wrong(String detail) {
        return new ActRefused(new ActRefusal.PayloadMalformed("shape", 0, detail));
    }
}
