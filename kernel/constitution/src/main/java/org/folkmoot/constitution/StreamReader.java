// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.record.Times;

/** Reads how fast an amount becomes somebody's: in so long, or so much in each so long. */
final class StreamReader {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    private final TreasuryReader treasury;
    private final Section section;

    StreamReader(TreasuryReader treasury, Section section) {
        this.treasury = treasury;
        this.section = section;
    }

    void read() {
        EscrowReader.funded(treasury, section);
        section.find("rate").ifPresentOrElse(this::rate, this::lasts);
        section.find("starts").ifPresent(starts -> {
            if (starts.text().startsWith("P")) EscrowReader.within(starts);
            else ActionReader.read(starts, Times::parse, "a time such as 2026-11-20T10:00:00.000Z, or P30D");
            treasury.both(Map.of("starts", starts.text()));
        });
    }

    private void lasts() {
        var lasts = section.need("lasts");
        EscrowReader.time(lasts);
        treasury.both(Map.of("lasts", lasts.text()));
        cliff(lasts.duration(), lasts.text());
    }

    /** So much in each so long, until all of it is due: that may not take longer than anything is kept. */
    private void rate(Value value) {
        var rate = value.section();
        var asset = treasury.asset(section.need("asset"));
        var minor = TreasuryReader.amount(rate.need("amount"), asset);
        var per = rate.need("per");
        EscrowReader.time(per);
        rate.finish();
        if (treasury.minor().multiply(nanos(per.duration())).compareTo(minor.multiply(nanos(EscrowReader.LONGEST))) > 0)
            value.bad("At this rate it takes longer than a hundred years.", "", "");
        treasury.put(
                "rate",
                Map.of("amount", asset.map(known -> known.decimal(minor)).orElse(""), "per", per.text()),
                Map.of("amount", minor.longValueExact(), "per", per.text()));
        cliff(EscrowReader.LONGEST, "P" + EscrowReader.LONGEST.toDays() + "D");
    }

    private void cliff(Duration latest, String suggestion) {
        section.find("cliff").ifPresent(cliff -> {
            if (cliff.duration().compareTo(latest) > 0)
                cliff.bad("Nothing is due before the cliff, so it is not after the end.", suggestion, "");
            treasury.both(Map.of("cliff", cliff.text()));
        });
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds()).multiply(NANOS).add(BigInteger.valueOf(duration.getNano()));
    }
}
