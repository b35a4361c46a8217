// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.record.ChainAddress;

/** Reads to whom a payment to the outside goes: an account at a bank, or an address on a chain out of a Safe. */
final class PayoutReader {
    /** The longest text that goes with a payment from bank to bank. */
    static final int MAX_REMITTANCE = 140;

    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final int BANKS_DIGITS = 18;
    // SEPA has limits of its own within those of ISO 20022.
    private static final String EURO = "EUR";
    private static final int EUROS_SCALE = 2;
    private static final int EUROS_DIGITS = 11;
    private static final long MOST_CHAIN = (1L << 53) - 1;
    private static final int MOST_DECIMALS = 36;

    private final Constitution constitution;
    private final Section section;
    private final Optional<Asset> asset;

    PayoutReader(Constitution constitution, Section section) {
        this.constitution = constitution;
        this.section = section;
        this.asset = constitution.asset(section.need("asset").text());
    }

    void read(Map<String, Object> said, Map<String, Object> seen) {
        checkAsset();
        var expires = section.need("expires");
        var term = expires.duration();
        if (expires.isText() && (term.isZero() || term.compareTo(LONGEST) > 0)) {
            expires.bad("A payment is to be made within some time, at most P" + LONGEST.toDays() + "D.", "P30D", "");
        }
        said.put("expires", expires.text());
        seen.put("expires", expires.text());
        var to = section.need("to").section();
        said.put("to", to.find("iban").isPresent() ? bank(to, said, seen) : chain(to, seen));
        to.finish();
    }

    private void checkAsset() {
        var code = section.need("asset");
        asset.filter(known -> known.kind() != Asset.Kind.EXTERNAL)
                .ifPresent(known -> code.bad(known.code() + " is not kept outside.", "", ""));
        if (asset.isPresent() && outside().attesters(asset.get().code()).isEmpty()) {
            code.bad("Nobody attests what happens to " + code.text() + " outside.", "", "");
        }
    }

    private Map<String, Object> bank(Section to, Map<String, Object> said, Map<String, Object> seen) {
        var iban = read(to, "iban", Iban::parse, "the number of a bank account");
        var name = OutsideReader.bankText(to.need("name"), OutsideReader.MAX_NAME);
        var bic = to.find("bic").flatMap(_ -> read(to, "bic", Bic::new, "the code of a bank"));
        section.find("memo").ifPresent(memo -> OutsideReader.bankText(memo, MAX_REMITTANCE));
        asset.ifPresent(known -> checkCurrency(known, said));
        iban.filter(this::isOwn).ifPresent(_ -> to.need("iban").bad("The community would pay itself.", "", ""));
        var parts = new LinkedHashMap<String, Object>();
        parts.put("iban", iban.map(Iban::text).orElse(""));
        parts.put("name", name);
        bic.ifPresent(code -> parts.put("bic", code.text()));
        seen.put("to", parts.get("iban"));
        seen.put("name", name);
        return parts;
    }

    /** Whether the bank pays this asset out of that very account. */
    private boolean isOwn(Iban iban) {
        return asset.flatMap(known -> outside().bank(known.code()))
                .filter(bank -> bank.iban().equals(iban))
                .isPresent();
    }

    private void checkCurrency(Asset known, Map<String, Object> said) {
        var code = section.need("asset");
        boolean euro = known.code().equals(EURO);
        int scale = decimals(known.code());
        if (scale < 0) {
            code.bad("Banks pay currencies with a code of ISO 4217, such as EUR.", "", "");
        } else if (known.scale() > scale) {
            code.bad("Banks pay " + known.code() + " with at most " + scale + " decimals.", "", "");
        }
        if (outside().bank(known.code()).isEmpty()) {
            code.bad("The constitution names no bank account of " + known.code() + ".", "", "");
        }
        var amount = String.valueOf(said.get("amount"));
        int digits = euro ? EUROS_DIGITS - EUROS_SCALE + known.scale() : BANKS_DIGITS;
        if (amount.replace(".", "").length() > digits) {
            section.need("amount").bad("Banks pay amounts of at most " + digits + " digits.", "", "");
        }
    }

    /** How many decimals a currency has; less than none of what is no money, such as gold, and of what has no such code. */
    private static int decimals(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .map(Currency::getDefaultFractionDigits)
                .orElse(-1);
    }

    private Map<String, Object> chain(Section to, Map<String, Object> seen) {
        var safe = address(to, "safe");
        var address = address(to, "address");
        if (safe.isPresent() && safe.equals(address)) {
            to.need("address").bad("The Safe would pay itself.", "", "");
        }
        long chain = to.need("chain").integer(1, MOST_CHAIN);
        var token = to.find("token").flatMap(_ -> address(to, "token"));
        if (token.isPresent() && token.equals(address)) {
            to.need("address").bad("What is sent to the token's own contract is lost.", "", "");
        }
        var parts = new LinkedHashMap<String, Object>();
        parts.put("safe", to.need("safe").text());
        parts.put("address", to.need("address").text());
        parts.put("chain", chain);
        token.ifPresent(_ -> parts.put("token", to.need("token").text()));
        // The treasury's scale need not be the token's, and a wrong guess would pay a thousand times too much.
        if (to.find("token").isPresent()) {
            int scale = asset.map(Asset::scale).orElse(0);
            parts.put("decimals", to.need("decimals").integer(scale, MOST_DECIMALS));
        }
        // As chains name accounts among each other (CAIP-10): so a limit on what goes to one of them can be written.
        seen.put(
                "to", "eip155:" + chain + ":0x" + address.map(ChainAddress::hex).orElse(""));
        seen.put("safe", "0x" + safe.map(ChainAddress::hex).orElse(""));
        token.ifPresent(contract -> seen.put("token", "0x" + contract.hex()));
        return parts;
    }

    private static Optional<ChainAddress> address(Section to, String name) {
        var address = read(to, name, ChainAddress::parse, "an address, in small letters or with its checksum");
        address.filter(ChainAddress::isNobodys)
                .ifPresent(_ -> to.need(name).bad("What is sent to nobody is lost.", "", ""));
        return address;
    }

    private static <T> Optional<T> read(Section to, String name, Function<String, T> parse, String what) {
        return ActionReader.read(to.need(name), parse, what);
    }

    private Outside outside() {
        return constitution.treasury().outside();
    }
}
