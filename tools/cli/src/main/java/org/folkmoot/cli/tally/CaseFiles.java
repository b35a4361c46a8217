// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.tally.formats.BadFile;
import org.folkmoot.cli.tally.formats.BltBallots;
import org.folkmoot.cli.tally.formats.CsvBallots;
import org.folkmoot.cli.tally.formats.Pabulib;
import org.folkmoot.cli.tally.formats.PrefLib;
import org.folkmoot.cli.tally.formats.Profile;
import org.folkmoot.cli.tally.formats.ScottishBallots;

/** Reads the cases of a file, or makes one of the ballots in it and the check that was asked for. */
final class CaseFiles {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(new WholeNumbers())
            .build();
    private static final String SCHEMA = "dao-tally-case/1";

    private CaseFiles() {}

    /** The cases of a file; none in one that only lists others. */
    static List<TallyCase> read(Path file, AskedCheck asked, BallotWords words, LongConsumer progress) {
        if (!Files.isRegularFile(file)) {
            throw new Usage("There is no file " + file + ".");
        }
        var name = String.valueOf(file.getFileName());
        try {
            return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
                case "json" -> cases(file);
                case "csv" -> made(name, table(file, words, progress), asked);
                case "soc", "soi", "toc", "toi", "cat" -> made(name, PrefLib.read(file, words.approving()), asked);
                case "blt" -> made(name, BltBallots.read(file), asked);
                case "pb" -> made(name, Pabulib.read(file), asked);
                case "wmd" -> throw new Usage(name + " has the weights of a matching, and no ballots.");
                default ->
                    throw new Usage(
                            name + " has no ending that is known here: .json, .csv, .soc, .soi, .toc, .toi, .cat, .blt"
                                    + " or .pb.");
            };
        } catch (BadFile e) {
            throw new Usage(String.valueOf(e.getMessage()), e);
        } catch (CharacterCodingException e) {
            throw new Usage(name + " is not written in UTF-8.", e);
        } catch (IOException e) {
            throw new Usage(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Profile table(Path file, BallotWords words, LongConsumer progress) throws IOException {
        return ScottishBallots.fits(file) ? ScottishBallots.read(file) : CsvBallots.read(file, words.words(), progress);
    }

    private static List<TallyCase> cases(Path file) throws IOException {
        JsonNode read;
        try {
            read = JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new Usage(
                    e instanceof StreamConstraintsException || e.getLocation() == null
                            ? file + ": " + e.getOriginalMessage()
                            : file + ", line " + e.getLocation().getLineNr() + ": this is not JSON.",
                    e);
        }
        var schema = read.path("schema").asText();
        if (schema.startsWith("dao-tally-index/")) {
            return List.of();
        }
        if (!schema.equals(SCHEMA)) {
            throw new Usage(file + " is not a case: its schema is not " + SCHEMA + ".");
        }
        return List.of(new TallyCase(read));
    }

    private static List<TallyCase> made(String name, Profile profile, AskedCheck asked) throws IOException {
        var made = Answer.empty().put("schema", SCHEMA).put("id", name).put("title", profile.title());
        made.putObject("ballotFormat").put("type", profile.kind());
        made.set("candidates", Counting.names(profile.candidates()));
        made.put("totalBallots", profile.ballots().values().stream().reduce(0L, Math::addExact));
        if (profile.decimals() > 0) {
            made.put("weightDecimals", profile.decimals());
        }
        var meta = made.putObject("meta");
        profile.budget().meta().forEach(meta::put);
        made.set("passedOver", Counting.names(profile.rule().passedOver()));
        made.putArray("checks").add(asked.check(name, profile));
        var ballots = made.putArray("ballots");
        for (var group : profile.ballots().entrySet()) {
            ballots.addArray().add(group.getValue()).add(JSON.readTree(group.getKey()));
        }
        return List.of(new TallyCase(made));
    }
}
