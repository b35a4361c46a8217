// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the actions that split an amount, or keep it for somebody until it is theirs. */
final class EscrowReader {
    /** The longest time that anything is kept: a hundred years of 365.25 days. */
    static final Duration LONGEST = Duration.ofDays(36_525);

    private static final int MAX_TITLE = 200;
    private static final long MOST_WEIGHT = 1_000_000_000_000L;
    private static final int MOST_SIGNERS = 100;

    private final TreasuryReader treasury;
    private final Constitution constitution;
    private final Section section;

    EscrowReader(TreasuryReader treasury, Constitution constitution, Section section) {
        this.treasury = treasury;
        this.constitution = constitution;
        this.section = section;
    }

    void read(String type) {
        switch (type) {
            case Action.Treasury.SPLIT -> {
                treasury.flow("from");
                parts();
            }
            case Action.Treasury.STREAM -> {
                treasury.flow("from", "to");
                new StreamReader(treasury, section).read();
            }
            case Action.Treasury.GRANT -> grant();
            case Action.Treasury.BOUNTY -> {
                treasury.flow("from");
                time(section.need("expires"));
                treasury.both(Map.of("judges", panel(section.need("judges")), "expires", text("expires")));
            }
            case Action.Treasury.TRANCHE -> {
                treasury.hash("escrow");
                var number = section.need("number").integer(1, TreasuryReader.MAX_LEGS);
                treasury.both(Map.of("number", number));
            }
            case Action.Treasury.AWARD -> {
                treasury.hash("escrow");
                treasury.both(Map.of("to", treasury.account(section.need("to"), Optional.empty())));
            }
            case Action.Treasury.EXTEND -> {
                treasury.hash("escrow");
                time(section.need("by"));
                treasury.both(Map.of("by", text("by")));
            }
            case Action.Treasury.PAUSE, Action.Treasury.RESUME, Action.Treasury.CANCEL -> treasury.hash("escrow");
            default -> throw new IllegalArgumentException("not an action of the treasury: " + type);
        }
    }

    private void parts() {
        var written = section.need("parts");
        var accounts = new ArrayList<String>();
        var weights = new ArrayList<BigInteger>();
        for (var value : written.list()) {
            var part = value.section();
            accounts.add(treasury.account(part.need("to"), treasury.asset(section.need("asset"))));
            weights.add(BigInteger.valueOf(part.need("weight").integer(0, MOST_WEIGHT)));
            part.finish();
        }
        boolean none = weights.stream().allMatch(weight -> weight.signum() == 0);
        if (written.isList() && (none || weights.size() > TreasuryReader.MAX_LEGS)) {
            written.bad(
                    weights.isEmpty() || !none
                            ? "An amount is split into 1 to " + TreasuryReader.MAX_LEGS + " parts."
                            : "The sum of the weights is 0.",
                    "",
                    "");
        }
        if (none) return;
        if (accounts.contains(section.need("from").text()))
            written.bad("A part goes to another account than the one it comes from.", "", "");
        var amounts = Split.of(treasury.minor(), weights);
        var said = new ArrayList<Map<String, Object>>();
        var seen = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < accounts.size(); i++) {
            var part = Map.<String, Object>of(
                    "to", accounts.get(i), "weight", weights.get(i).longValueExact());
            said.add(part);
            var facts = new LinkedHashMap<>(part);
            facts.put("amount", amounts.get(i).longValueExact());
            seen.add(facts);
        }
        treasury.put("parts", List.copyOf(said), List.copyOf(seen));
    }

    private void grant() {
        treasury.flowWithout("from", "to");
        funded(treasury, section);
        var written = section.need("tranches");
        var tranches = written.list();
        if (written.isList() && (tranches.isEmpty() || tranches.size() > TreasuryReader.MAX_LEGS)) {
            written.bad("A grant has 1 to " + TreasuryReader.MAX_LEGS + " tranches.", "", "");
            return;
        }
        var asset = treasury.asset(section.need("asset"));
        var sum = BigInteger.ZERO;
        var said = new ArrayList<Map<String, Object>>();
        var seen = new ArrayList<Map<String, Object>>();
        for (var value : tranches) {
            var part = value.section();
            var minor = TreasuryReader.amount(part.need("amount"), asset);
            sum = sum.add(minor);
            var tranche = tranche(part);
            var facts = new LinkedHashMap<>(tranche);
            facts.put("amount", minor.longValueExact());
            tranche.put("amount", asset.map(known -> known.decimal(minor)).orElse(""));
            said.add(tranche);
            seen.add(facts);
        }
        if (sum.bitLength() > 63) written.bad("The tranches are more than one action moves.", "", "");
        else treasury.see("amount", sum.longValueExact());
        treasury.put("tranches", List.copyOf(said), List.copyOf(seen));
        section.find("attesters").ifPresent(panel -> treasury.both(Map.of("attesters", panel(panel))));
    }

    private static Map<String, Object> tranche(Section part) {
        var said = new LinkedHashMap<String, Object>();
        said.put("title", part.need("title").words(MAX_TITLE));
        var from = part.find("validFrom");
        from.ifPresent(value -> {
            within(value);
            said.put("validFrom", value.text());
        });
        part.find("expires").ifPresent(value -> {
            time(value);
            if (from.isPresent() && value.duration().compareTo(from.get().duration()) <= 0)
                value.bad("A tranche expires after it can be released.", "", "");
            said.put("expires", value.text());
        });
        part.finish();
        return said;
    }

    private Map<String, Object> panel(Value value) {
        var panel = value.section();
        var role = panel.need("role");
        var roles = constitution.roles().keySet();
        if (role.isText() && !roles.contains(role.text()))
            role.bad("There is no role '" + role.text() + "'.", Nearest.to(role.text(), roles), "");
        long least = panel.need("atLeast").integer(1, MOST_SIGNERS);
        panel.finish();
        return Map.of("role", role.text(), "atLeast", least);
    }

    /** Nobody promises for a member what the member's account is to pay later. */
    static void funded(TreasuryReader treasury, Section section) {
        section.find(Funding.NAME).ifPresent(value -> {
            var funding = Funding.of(value.text());
            if (value.isText() && funding.isEmpty())
                value.bad("It is funded ahead, or as-due.", Funding.AS_DUE.word(), "");
            var from = section.need("from");
            if (funding.filter(Funding.AS_DUE::equals).isPresent()
                    && from.text().startsWith(Account.MEMBER))
                from.bad("What is paid as it is due is paid by an account of the constitution.", "", "");
            treasury.both(Map.of(Funding.NAME, value.text()));
        });
    }

    /** A time that is longer than none. */
    static void time(Value value) {
        if (value.duration().isZero()) value.bad("This lasts for some time.", "P30D", "");
        within(value);
    }

    static void within(Value value) {
        if (value.duration().compareTo(LONGEST) > 0)
            value.bad("This is longer than a hundred years.", "P" + LONGEST.toDays() + "D", "");
    }

    private String text(String name) {
        return section.need(name).text();
    }
}
