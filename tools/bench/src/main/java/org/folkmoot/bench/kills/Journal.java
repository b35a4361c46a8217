// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.cli.client.Api;
import org.folkmoot.record.JournalCheck;
import org.folkmoot.treasury.domain.Seat;

/** The exported journal: checked by itself, and added up from nothing. */
final class Journal {
    /** What a line says that moved. */
    record Line(String code, String from, String to, String asset, BigInteger amount, Instant at) {}

    private final Map<String, List<Line>> byTransfer = new HashMap<>();
    private final Map<Seat, BigInteger> balances = new TreeMap<>();
    private final JournalCheck.Found found;
    private final Optional<String> cut;
    private long moves;
    private String headThen = "";

    /** Reads an export that must go on from what was found earlier. */
    Journal(InputStream export, JournalCheck.Found earlier) {
        try (var reader = new BufferedReader(new InputStreamReader(export, UTF_8))) {
            found = JournalCheck.check(reader.lines()
                    .peek(line -> add(line, earlier.blocks()))
                    .map(line -> line.getBytes(UTF_8))
                    .iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut = earlier.blocks() == 0 || headThen.equals(earlier.head().hex())
                ? Optional.empty()
                : Optional.of("block " + earlier.blocks() + " is not what it was: " + headThen);
    }

    private void add(String text, long earlier) {
        var block = Api.read(text);
        if (block.path("block").asLong() == earlier)
            headThen = block.path("head").asText();
        block.path("lines").forEach(this::add);
    }

    private void add(JsonNode said) {
        var line = new Line(
                said.path("code").asText(),
                said.path("debit").asText(),
                said.path("credit").asText(),
                said.path("asset").asText(),
                new BigInteger(said.path("amount").asText()),
                Instant.parse(said.path("at").asText()));
        byTransfer
                .computeIfAbsent(said.path("transfer").asText(), _ -> new ArrayList<>(1))
                .add(line);
        balances.merge(new Seat(line.from, line.asset), line.amount.negate(), BigInteger::add);
        balances.merge(new Seat(line.to, line.asset), line.amount, BigInteger::add);
        moves++;
    }

    JournalCheck.Found found() {
        return found;
    }

    /** What was wrong with it by itself. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        found.fault().ifPresent(faults::add);
        cut.ifPresent(faults::add);
        return faults;
    }

    Map<String, List<Line>> byTransfer() {
        return byTransfer;
    }

    Map<Seat, BigInteger> balances() {
        return balances;
    }

    long moves() {
        return moves;
    }
}
