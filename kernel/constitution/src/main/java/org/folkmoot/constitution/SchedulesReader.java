// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.folkmoot.constitution.Schedules.Budget;
import org.folkmoot.constitution.Schedules.Demurrage;
import org.folkmoot.constitution.Schedules.Dues;
import org.folkmoot.constitution.Schedules.Income;
import org.folkmoot.constitution.Schedules.Left;
import org.folkmoot.policy.Fraction;

/** Reads what happens to money by the calendar, and complains of what the ledger would refuse every time. */
final class SchedulesReader {
    static final int MOST_UNPAID = 120;
    private static final int MOST_ENTRIES = 200;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Set<Asset.Kind> ISSUED_TO_MEMBERS = Set.of(Asset.Kind.CURRENCY, Asset.Kind.SHARES);
    private static final Set<Asset.Kind> DECAYING =
            Set.of(Asset.Kind.CURRENCY, Asset.Kind.SHARES, Asset.Kind.MUTUAL_CREDIT);
    private static final Fraction NONE = Fraction.of(0, 1);
    private static final Fraction ALL = Fraction.of(1, 1);

    private final Declared declared;
    private final BodyReader members;
    private final ZoneId zone;

    SchedulesReader(Declared declared, BodyReader members, ZoneId zone) {
        this.declared = declared;
        this.members = members;
        this.zone = zone;
    }

    Schedules read(Section section) {
        return new Schedules(
                entries(section, "budgets", this::budget),
                entries(section, "dues", this::dues),
                entries(section, "income", this::income),
                entries(section, "demurrage", this::demurrage));
    }

    private <T> Map<String, T> entries(Section parent, String key, BiFunction<String, Value, T> read) {
        var entries = new LinkedHashMap<String, T>();
        parent.find(key).ifPresent(value -> {
            var all = value.section().all();
            if (all.size() > MOST_ENTRIES) value.bad("There are more than " + MOST_ENTRIES + " entries.", "", "");
            all.forEach(entry -> entries.put(entry.getKey(), read.apply(entry.getKey(), entry.getValue())));
        });
        return entries;
    }

    private Budget budget(String name, Value value) {
        var section = value.section();
        var asset = declared.held(name, section);
        var from = section.need("from");
        declared.account(from, asset);
        if (from.isText() && from.text().equals(name)) from.bad("A budget comes from another account.", "", "");
        var amount = Declared.amount(section.need("amount"), asset);
        var periods = periods(section);
        var left = section.find("left").map(said -> left(said, asset)).orElse(Left.KEEP);
        section.finish();
        return new Budget(name, asset.code(), from.text(), amount, periods, left);
    }

    private static Left left(Value said, Asset asset) {
        var left = said.oneOf(Left.class);
        return left == Left.BURN && asset.kind() == Asset.Kind.MUTUAL_CREDIT
                ? said.bad("Mutual credit is not burned.", "return", Left.KEEP)
                : left;
    }

    private Dues dues(String name, Value value) {
        var section = value.section();
        SectionsReader.checkName(name, value.path(), NAME, section.complaints());
        var asset = declared.asset(section.need("asset"), kind -> kind != Asset.Kind.CONTROL, "is not paid by members");
        var amount = Declared.amount(section.need("amount"), asset);
        var periods = periods(section);
        var to = section.need("to");
        declared.account(to, asset);
        var who = section.find("who").map(members::who);
        var grace = section.find("grace").map(Value::duration).orElse(Duration.ZERO);
        var most = section.find("most")
                .map(said -> (int) said.integer(1, MOST_UNPAID))
                .orElse(1);
        section.finish();
        return new Dues(name, asset.code(), to.text(), amount, periods, who, grace, most);
    }

    private Income income(String name, Value value) {
        var section = value.section();
        SectionsReader.checkName(name, value.path(), NAME, section.complaints());
        var asset = declared.asset(section.need("asset"), ISSUED_TO_MEMBERS::contains, "is not issued to members");
        var amount = Declared.amount(section.need("amount"), asset);
        var periods = periods(section);
        var who = section.find("who").map(members::who);
        section.finish();
        return new Income(name, asset.code(), amount, periods, who);
    }

    private Demurrage demurrage(String code, Value value) {
        var section = value.section();
        var asset = declared.asset(code, section);
        if (!DECAYING.contains(asset.kind()))
            value.bad(code + " is " + asset.kind().word() + " and does not decay.", "", "");
        var rate = rate(section.need("rate"));
        var periods = periods(section);
        var to = section.find("to");
        to.ifPresent(said -> declared.account(said, asset));
        if (to.isEmpty() && asset.kind() == Asset.Kind.MUTUAL_CREDIT)
            value.bad("Nobody issued " + code + ", so it must be said where it goes to.", "", "");
        var exempt = section.find("exempt").map(Value::list).orElse(List.of());
        exempt.forEach(said -> declared.account(said, asset));
        section.finish();
        return new Demurrage(
                code,
                rate,
                periods,
                to.map(Value::text),
                exempt.stream().map(Value::text).toList());
    }

    private static Fraction rate(Value value) {
        var rate = value.fraction();
        return rate.compareTo(NONE) > 0 && rate.compareTo(ALL) <= 0
                ? rate
                : value.bad("A rate is more than nothing and at most all.", "", ALL);
    }

    private Periods periods(Section section) {
        return periods(section, zone);
    }

    /** Reads {@code every} and the {@code first} day, if one is said. */
    static Periods periods(Section section, ZoneId zone) {
        var every = section.need("every");
        var first = section.find("first").map(SchedulesReader::day).orElse(Periods.FIRST);
        return new Periods(first, length(every), zone);
    }

    private static Period length(Value value) {
        var written = value.text();
        return Periods.length(written).orElseGet(() -> {
            var standIn = Period.ofMonths(1);
            return value.isText()
                    ? value.bad("'" + written + "' is not the length of a period such as P1M or P1W.", "", standIn)
                    : standIn;
        });
    }

    private static LocalDate day(Value value) {
        try {
            var day = LocalDate.parse(value.text());
            if (day.getYear() >= 1900 && day.getYear() <= 9999) return day;
        } catch (DateTimeParseException _) {
            if (!value.isText()) return Periods.FIRST;
        }
        return value.bad("'" + value.text() + "' is not a day such as 2026-02-15.", "", Periods.FIRST);
    }
}
