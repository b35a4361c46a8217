// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.folkmoot.record.PasskeyRules;

/** Reads the sections of a constitution. Whether they make sense together, {@link Check} says. */
final class SectionsReader {
    static final int MAX_NAME = 200;
    static final int MAX_TEXT = 40_000;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{0,11}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final int MAX_ENTRIES = 200;
    // Where the scale is unreadable, amounts of the asset are not complained of too.
    private static final int STAND_IN_SCALE = 9;

    private final Section root;

    private SectionsReader(Section root) {
        this.root = root;
    }

    static Sections read(Document document) {
        return new SectionsReader(new Section(document.data(), "", document.complaints(), true)).read();
    }

    private Sections read() {
        var version = root.need("folkmoot");
        if (version.data() instanceof Long number && number != 1) {
            version.bad("This is written for version " + number + "; known is 1.", "1", "");
        } else {
            version.integer(1, 1);
        }
        var name = root.need("name").words(MAX_NAME);
        var text = root.find("text").map(value -> value.words(MAX_TEXT)).orElse("");
        var assets = entries("assets", CODE, SectionsReader::asset);
        var accounts = entries("accounts", NAME, (account, section) -> account(account, section, assets));
        var admission = AdmissionReader.read(root.need("admission"));
        var membership = root.find("membership")
                .map(value -> MembershipReader.membership(value.section()))
                .orElse(Membership.UNRESTRICTED);
        var roles = entries("roles", NAME, MembershipReader::role);
        var passkeys = root.find("passkeys")
                .map(value -> MembershipReader.passkeys(value.section()))
                .orElse(PasskeyRules.NONE);
        var reader = new BodyReader(assets);
        var bodies = entries("bodies", NAME, reader::body);
        var listed = root.need("policies");
        var policies = PolicyReader.read(listed, assets, reader);
        var strictest = root.find("strictest").map(OrderReader::names).orElse(List.of());
        var protections = ProtectionReader.read(root.find("protected"), listed);
        var validators = root.find("validators").map(value -> ValidatorsReader.read(value.section()));
        var trustees = root.find("trustees").map(value -> TrusteesReader.read(value.section()));
        var treasury = root.find("treasury")
                .map(value -> TreasuryRulesReader.read(value.section(), new ExpensesReader(assets, accounts, roles)))
                .orElse(TreasuryRules.NONE);
        root.finish();
        return new Sections(
                name,
                text,
                assets,
                accounts,
                admission,
                membership,
                roles,
                passkeys,
                bodies,
                policies,
                strictest,
                protections,
                validators,
                trustees,
                treasury);
    }

    /** Reads a section whose names are free within a pattern. */
    private <T> Map<String, T> entries(String section, Pattern pattern, BiFunction<String, Section, T> read) {
        var entries = new LinkedHashMap<String, T>();
        var found = section.equals("bodies") ? Optional.of(root.need(section)) : root.find(section);
        var all = found.map(value -> value.section().all()).orElse(List.of());
        if (all.size() > MAX_ENTRIES) {
            found.get().bad("There are more than " + MAX_ENTRIES + " entries.", "", "");
        }
        for (var entry : all) {
            checkName(entry.getKey(), entry.getValue().path(), pattern, root.complaints());
            entries.put(
                    entry.getKey(), read.apply(entry.getKey(), entry.getValue().section()));
        }
        return Collections.unmodifiableMap(entries);
    }

    static void checkName(String name, String path, Pattern pattern, Complaints complaints) {
        if (!pattern.matcher(name).matches()) {
            var like = pattern == CODE
                    ? "EUR or POINTS: capitals and digits"
                    : "small-spend: small letters, digits, hyphens";
            complaints.errorAtKey("bad-value", path, "'" + name + "' is not a name such as " + like + ".", "");
        }
    }

    /** Complains of a name that does not look like one. */
    static void checkName(Value value) {
        var name = value.text();
        if (value.isText() && !NAME.matcher(name).matches()) {
            value.bad("'" + name + "' is not a name such as small-spend: small letters, digits, hyphens.", "", "");
        }
    }

    private static Asset asset(String code, Section section) {
        var scale = (int) section.need("scale").integer(0, Asset.MAX_SCALE, STAND_IN_SCALE);
        var asset = new Asset(code, scale, Optional.empty());
        var cap = section.find("issuance").map(value -> {
            var issuance = value.section();
            var most = amount(issuance.need("cap"), asset);
            issuance.finish();
            return most;
        });
        var kind = section.find("kind").map(value -> value.oneOf(Asset.Kind.class));
        var line = section.find("line").flatMap(value -> line(value, asset, kind));
        section.finish();
        return new Asset(code, scale, cap, kind.orElse(Asset.Kind.EXTERNAL), line);
    }

    private static Optional<BigInteger> line(Value value, Asset asset, Optional<Asset.Kind> kind) {
        if (kind.filter(Asset.Kind.MUTUAL_CREDIT::equals).isPresent()) {
            return Optional.of(amount(value, asset));
        }
        return value.bad("Only members with mutual credit have a line.", "", Optional.empty());
    }

    private static Account account(String name, Section section, Map<String, Asset> assets) {
        var code = section.need("asset");
        var asset = Optional.ofNullable(assets.get(code.text()));
        if (asset.isEmpty() && code.isText()) {
            section.complaints()
                    .error(
                            "unknown-asset",
                            code.path(),
                            "There is no asset '" + code.text() + "'.",
                            Nearest.to(code.text(), assets.keySet()));
        }
        var opening = section.find("opening")
                .flatMap(value -> asset.map(known -> amount(value, known)))
                .orElse(BigInteger.ZERO);
        section.finish();
        return new Account(name, code.text(), opening);
    }

    static BigInteger amount(Value value, Asset asset) {
        // A bare 100 is a whole number in YAML and an amount to its author.
        var written = value.data() instanceof Long number ? number.toString() : value.text();
        var hint = asset.decimal(Asset.EXAMPLE);
        return asset.minor(written)
                .orElseGet(() -> value.isText() || value.data() instanceof Long
                        ? value.bad(
                                "'" + written + "' is not an amount of " + asset.code() + ", such as " + hint + ".",
                                "",
                                BigInteger.ZERO)
                        : BigInteger.ZERO);
    }

    /** Reads a plugin's name under a key, and everything else beside it as settings. */
    static PluginCall call(Section section, String key) {
        var id = section.need(key);
        checkName(id);
        return new PluginCall(id.text(), section.rest(), section.path(), id.path());
    }
}
