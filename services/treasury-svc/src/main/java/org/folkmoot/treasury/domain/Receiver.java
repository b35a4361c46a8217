// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Bic;
import org.folkmoot.constitution.Iban;
import org.folkmoot.record.ChainAddress;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Json;

/** To whom a payment to the outside goes. */
public sealed interface Receiver {
    /** As an action says it. */
    Json.Obj json();

    /** Somebody with an account at a bank. */
    record Bank(Iban iban, String name, Optional<Bic> bic) implements Receiver {
        @Override
        public Json.Obj json() {
            var json = new HashMap<String, Object>();
            json.put("iban", iban.text());
            json.put("name", name);
            bic.ifPresent(code -> json.put("bic", code.text()));
            return Json.object(json);
        }
    }

    /**
     * An address on a chain.
     *
     * @param safe the Safe that pays
     * @param token what it pays; the chain's own coin if nothing is said
     */
    record Chain(ChainAddress safe, ChainAddress address, long chain, Optional<Token> token) implements Receiver {
        @Override
        public Json.Obj json() {
            var json = new HashMap<String, Object>();
            json.put("safe", safe.toString());
            json.put("address", address.toString());
            json.put("chain", chain);
            token.ifPresent(paid -> {
                json.put("token", paid.contract().toString());
                json.put("decimals", paid.decimals());
            });
            return Json.object(json);
        }
    }

    /** A token of a chain, and how many digits its contract keeps behind the point. */
    record Token(ChainAddress contract, int decimals) {}

    /** Reads what an action says. */
    static Receiver read(Json json) {
        return json instanceof Json.Obj to && to.get("iban").isPresent() ? bank(json) : chain(json);
    }

    private static Receiver bank(Json json) {
        var said = Fields.of(json, Set.of("iban", "name"), Set.of("bic"));
        var bic = said.has("bic") ? Optional.of(new Bic(said.text("bic"))) : Optional.<Bic>empty();
        return new Bank(Iban.parse(said.text("iban")), said.text("name"), bic);
    }

    private static Receiver chain(Json json) {
        var said = Fields.of(json, Set.of("safe", "address", "chain"), Set.of("token", "decimals"));
        var token = said.has("token")
                ? Optional.of(
                        new Token(ChainAddress.parse(said.text("token")), Math.toIntExact(said.count("decimals"))))
                : Optional.<Token>empty();
        return new Chain(
                ChainAddress.parse(said.text("safe")),
                ChainAddress.parse(said.text("address")),
                said.count("chain"),
                token);
    }
}
