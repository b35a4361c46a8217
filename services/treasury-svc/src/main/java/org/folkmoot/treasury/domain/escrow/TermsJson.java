// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Funding;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Json;
import org.folkmoot.record.Times;

/** The terms as they are written down: canonical JSON with the amounts as people write them. */
public final class TermsJson {
    private static final Set<String> STREAM =
            Set.of("kind", "from", "to", "asset", "amount", "starts", "cliff", "memo");
    private static final Set<String> PACE = Set.of("lasts", "rate", Funding.NAME, "proposal");
    private static final Set<String> RATE = Set.of("amount", "per");
    private static final Set<String> GRANT = Set.of("kind", "from", "to", "asset", "tranches", "memo");
    private static final Set<String> BOUNTY = Set.of("kind", "from", "asset", "amount", "expires", "judges", "memo");

    private TermsJson() {}

    /** Writes them. */
    public static Json.Obj write(Terms terms) {
        var json = new HashMap<String, Object>();
        json.put("kind", terms.kind());
        json.put("from", terms.from());
        json.put("asset", terms.asset().code());
        json.put("memo", terms.memo());
        terms.beneficiary().ifPresent(to -> json.put("to", to));
        terms.asDue().ifPresent(proposal -> {
            json.put(Funding.NAME, Funding.AS_DUE.word());
            json.put("proposal", proposal.hex());
        });
        switch (terms) {
            case Terms.Stream stream -> {
                json.put("amount", stream.asset().decimal(stream.amount()));
                json.put("starts", Times.text(stream.starts()));
                json.put("cliff", stream.cliff().toString());
                stream.rate()
                        .ifPresentOrElse(
                                each -> json.put("rate", rate(stream, each)),
                                () -> json.put("lasts", stream.lasts().toString()));
            }
            case Terms.Grant grant -> {
                json.put("tranches", tranches(grant));
                grant.attesters().ifPresent(panel -> json.put("attesters", panel(panel)));
            }
            case Terms.Bounty bounty -> {
                json.put("amount", bounty.asset().decimal(bounty.amount()));
                json.put("expires", Times.text(bounty.expires()));
                json.put("judges", panel(bounty.judges()));
            }
        }
        return Json.object(json);
    }

    /** Reads them; the asset is the one that they name. */
    public static Terms read(Json json, Asset asset) {
        var kind = json instanceof Json.Obj object && object.get("kind").orElse(null) instanceof Json.Str(String word)
                ? word
                : "";
        return switch (kind) {
            case Terms.Stream.KIND -> stream(Fields.of(json, STREAM, PACE), asset);
            case Terms.Grant.KIND ->
                grant(Fields.of(json, GRANT, Set.of("attesters", Funding.NAME, "proposal")), asset);
            case Terms.Bounty.KIND -> bounty(Fields.exactly(json, BOUNTY), asset);
            default -> throw new IllegalArgumentException("not the terms of an escrow: " + json.canonicalText());
        };
    }

    private static Map<String, Object> rate(Terms.Stream stream, BigInteger each) {
        return Map.of(
                "amount", stream.asset().decimal(each), "per", stream.lasts().toString());
    }

    private static List<Map<String, Object>> tranches(Terms.Grant grant) {
        var written = new ArrayList<Map<String, Object>>();
        for (var tranche : grant.tranches()) {
            var part = new LinkedHashMap<String, Object>();
            part.put("amount", grant.asset().decimal(tranche.amount()));
            part.put("title", tranche.title());
            part.put("validFrom", Times.text(tranche.validFrom()));
            tranche.expires().ifPresent(end -> part.put("expires", Times.text(end)));
            written.add(part);
        }
        return written;
    }

    private static Map<String, Object> panel(Panel panel) {
        return Map.of("role", panel.role(), "atLeast", panel.atLeast());
    }

    private static Terms stream(Fields said, Asset asset) {
        var rate = said.has("rate") ? Optional.of(Fields.exactly(said.value("rate"), RATE)) : Optional.<Fields>empty();
        return new Terms.Stream(
                said.text("from"),
                said.text("to"),
                asset,
                asset.minor(said.text("amount")).orElseThrow(),
                said.time("starts"),
                Duration.parse(said.text("cliff")),
                Duration.parse(rate.map(each -> each.text("per")).orElseGet(() -> said.text("lasts"))),
                said.text("memo"),
                rate.map(each -> asset.minor(each.text("amount")).orElseThrow()),
                said.has("proposal") ? Optional.of(said.hash("proposal")) : Optional.empty());
    }

    private static Terms grant(Fields said, Asset asset) {
        var tranches = new ArrayList<Tranche>();
        for (var item : said.array("tranches").items()) {
            var part = Fields.of(item, Set.of("amount", "title", "validFrom"), Set.of("expires"));
            tranches.add(new Tranche(
                    asset.minor(part.text("amount")).orElseThrow(),
                    part.text("title"),
                    part.time("validFrom"),
                    part.has("expires") ? Optional.of(part.time("expires")) : Optional.<Instant>empty()));
        }
        return new Terms.Grant(
                said.text("from"),
                said.text("to"),
                asset,
                tranches,
                said.has("attesters") ? Optional.of(panel(said.value("attesters"))) : Optional.empty(),
                said.text("memo"),
                said.has("proposal") ? Optional.of(said.hash("proposal")) : Optional.empty());
    }

    private static Terms bounty(Fields said, Asset asset) {
        return new Terms.Bounty(
                said.text("from"),
                asset,
                asset.minor(said.text("amount")).orElseThrow(),
                said.time("expires"),
                panel(said.value("judges")),
                said.text("memo"));
    }

    static Panel panel(Json json) {
        var said = Fields.exactly(json, Set.of("role", "atLeast"));
        return new Panel(said.text("role"), Math.toIntExact(said.count("atLeast")));
    }
}
