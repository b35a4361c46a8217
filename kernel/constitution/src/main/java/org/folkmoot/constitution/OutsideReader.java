// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a community says about money that is kept outside. */
final class OutsideReader {
    static final int MOST_ATTESTERS = 100;
    /** The longest name of an account's owner that banks take. */
    static final int MAX_NAME = 70;

    // The example that banks show.
    private static final Iban STAND_IN = new Iban("NO9386011117947");

    private final Map<String, Asset> assets;
    private final Map<String, Role> roles;

    private OutsideReader(Map<String, Asset> assets, Map<String, Role> roles) {
        this.assets = assets;
        this.roles = roles;
    }

    static Outside read(Section treasury, Map<String, Asset> assets, Map<String, Role> roles) {
        var reader = new OutsideReader(assets, roles);
        return new Outside(
                reader.each(treasury, "attesters", reader::attesters),
                reader.each(treasury, "bank", OutsideReader::bank));
    }

    private <T> Map<String, T> each(Section treasury, String name, Function<Section, T> read) {
        var entries = new LinkedHashMap<String, T>();
        treasury.find(name).ifPresent(value -> {
            for (var entry : value.section().all()) {
                checkAsset(entry.getKey(), entry.getValue(), treasury.complaints());
                entries.put(entry.getKey(), read.apply(entry.getValue().section()));
            }
        });
        return entries;
    }

    private void checkAsset(String code, Value value, Complaints complaints) {
        var asset = Optional.ofNullable(assets.get(code));
        if (asset.isEmpty()) {
            var near = Nearest.to(code, assets.keySet());
            complaints.errorAtKey("unknown-asset", value.path(), "There is no asset '" + code + "'.", near);
        } else if (asset.get().kind() != Asset.Kind.EXTERNAL) {
            complaints.errorAtKey(
                    "bad-value", value.path(), "'" + code + "' is not kept outside: its kind is not external.", "");
        }
    }

    private Outside.Attesters attesters(Section section) {
        var role = section.need("role");
        if (role.isText() && !roles.containsKey(role.text())) {
            role.bad("There is no role '" + role.text() + "'.", Nearest.to(role.text(), roles.keySet()), "");
        }
        var atLeast = (int) section.need("atLeast").integer(1, MOST_ATTESTERS);
        section.finish();
        return new Outside.Attesters(role.text(), atLeast);
    }

    /** Reads what banks can write. */
    static String bankText(Value value, int longest) {
        var text = value.text();
        return !value.isText() || BankText.of(text, longest).isPresent()
                ? text
                : value.bad(
                        "Banks take 1 to " + longest
                                + " Latin letters, digits and /-?:().,'+ here, no / at the ends and no //.",
                        "",
                        "");
    }

    private static Outside.Bank bank(Section section) {
        var name = bankText(section.need("name"), MAX_NAME);
        var iban = ActionReader.read(section.need("iban"), Iban::parse, "the number of a bank account");
        var bic = section.find("bic").flatMap(value -> ActionReader.read(value, Bic::new, "the code of a bank"));
        section.finish();
        return new Outside.Bank(name, iban.orElse(STAND_IN), bic);
    }
}
