// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Fraction;

/** Reads who may propose, and what they put down. */
final class ProposingReader {
    private static final int MAX_COUNT = 10_000;
    private static final int MAX_DISPOSITIONS = 20;

    private ProposingReader() {}

    static Proposing proposing(Section section, BodyReader members, Map<String, Asset> assets) {
        var proposing = new Proposing(
                section.find("who").map(members::who),
                section.find("power").map(Value::fraction),
                section.find("least").map(value -> BigInteger.valueOf(value.integer(0, Long.MAX_VALUE))),
                section.find("sponsors").map(value -> sponsors(value.section(), assets)),
                section.find("limit").map(value -> limits(value.section())).orElse(Proposing.Limits.NONE));
        section.finish();
        return proposing;
    }

    private static Proposing.Sponsors sponsors(Section section, Map<String, Asset> assets) {
        var sponsors = new Proposing.Sponsors(
                (int) section.need("count").integer(1, MAX_COUNT),
                section.need("body").text(),
                section.need("within").duration(),
                section.find("deposit").flatMap(value -> whole(value.section(), assets)));
        section.finish();
        return sponsors;
    }

    private static Proposing.Limits limits(Section section) {
        var limits = new Proposing.Limits(
                section.find("open").map(value -> (int) value.integer(1, MAX_COUNT)),
                section.find("count").map(value -> (int) value.integer(1, MAX_COUNT)),
                section.find("period").map(Value::duration));
        if (limits.count().isPresent() != limits.period().isPresent()) {
            section.need(limits.count().isPresent() ? "period" : "count");
        }
        section.finish();
        return limits;
    }

    private static Optional<Deposit.Sum> whole(Section section, Map<String, Asset> assets) {
        var sum = sum(section, assets);
        section.finish();
        return sum;
    }

    private static Optional<Deposit.Sum> sum(Section section, Map<String, Asset> assets) {
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
        var said = section.need("amount");
        return asset.map(known -> new Deposit.Sum(known.code(), SectionsReader.amount(said, known)));
    }

    static Optional<Deposit> deposit(Section section, Map<String, Asset> assets) {
        var sum = sum(section, assets);
        var dispositions = section.find("dispositions").map(Value::list).orElse(List.of());
        if (dispositions.size() > MAX_DISPOSITIONS) {
            section.complaints()
                    .error("bad-value", section.path(), "There are more than " + MAX_DISPOSITIONS + " dispositions.");
        }
        var read =
                dispositions.stream().map(value -> disposition(value.section())).toList();
        var otherwise = section.need("otherwise").oneOf(Deposit.Fate.class);
        section.finish();
        return sum.map(said -> new Deposit(said.asset(), said.amount(), read, otherwise));
    }

    private static Deposit.Disposition disposition(Section section) {
        var disposition = new Deposit.Disposition(
                section.find("when").map(Value::text),
                section.find("share").map(ChamberReader::share),
                section.need("then").oneOf(Deposit.Fate.class),
                section.find("part").map(Value::fraction).orElse(Fraction.of(1, 1)));
        section.finish();
        return disposition;
    }
}
