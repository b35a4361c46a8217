// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.folkmoot.record.Hash;

/**
 * A file of what accounts held before their community came here: the line {@code account,asset,amount}, and one for each balance,
 * sorted by account and asset as bytes. There is one way to write each of them, so a file is known by its hash, and because it is
 * sorted, what stands in it twice is seen without remembering it.
 */
public final class OpeningFile {
    /** The first line. */
    public static final String HEADER = "account,asset,amount";
    /** The most balances of a file. */
    public static final int MOST_ROWS = 1_000_000;
    /** As many faults are told, however many there are. */
    public static final int MOST_FAULTS = 20;
    /** No line is longer. */
    public static final int LONGEST = 160;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final OpeningRow rules;
    private final Consumer<Row> rows;
    private final List<Fault> faults = new ArrayList<>();
    private final SortedMap<String, BigDecimal> sums = new TreeMap<>();
    private final byte[] line = new byte[LONGEST];
    private int length;
    private long number;
    private long good;
    private long faulty;
    private String before = "";

    /** A balance as it is written. */
    public record Row(String account, String asset, String amount) {
        String key() {
            return account + "," + asset;
        }
    }

    /** What is wrong with a line, which is counted from 1. */
    public record Fault(long line, String what) {
        @Override
        public String toString() {
            return "line " + line + ": " + what;
        }
    }

    /**
     * What was found.
     *
     * @param sums what all balances of each asset are together
     * @param faults the first of what is wrong
     * @param faulty how much is wrong
     */
    public record Found(Hash file, long rows, Map<String, String> sums, List<Fault> faults, long faulty) {
        /** Whether nothing is wrong. */
        public boolean isRight() {
            return faulty == 0;
        }
    }

    private OpeningFile(Optional<Constitution> constitution, Consumer<Row> rows) {
        this.rules = new OpeningRow(constitution);
        this.rows = rows;
    }

    /**
     * Reads a file to its end, or to where it has too many lines, and keeps nothing of it.
     *
     * @param constitution whose assets and accounts it is about; without one only the form is looked at
     * @param rows gets every balance that is right
     */
    public static Found read(InputStream file, Optional<Constitution> constitution, Consumer<Row> rows)
            throws IOException {
        var reading = new OpeningFile(constitution, rows);
        var hashed = new DigestInputStream(file, sha256());
        reading.lines(hashed);
        return reading.found(new Hash(hashed.getMessageDigest().digest()));
    }

    private Found found(Hash file) {
        var written = new TreeMap<String, String>();
        sums.forEach((asset, sum) -> written.put(asset, rules.sum(asset, sum)));
        return new Found(file, good, written, List.copyOf(faults), faulty);
    }

    private void lines(InputStream file) throws IOException {
        var piece = new byte[64 * 1024];
        for (int read = file.read(piece); read >= 0; read = file.read(piece)) {
            for (int i = 0; i < read; i++) {
                if (piece[i] == '\n') end();
                else if (length++ < LONGEST) line[length - 1] = piece[i];
            }
            if (number > MOST_ROWS + 1) return;
        }
        if (length > 0) {
            end();
            fault("It does not end with a line feed.");
        }
        if (number == 0) {
            number = 1;
            fault("The first line is '" + HEADER + "'.");
        } else if (number == 1) fault("There is no balance.");
    }

    private void end() {
        number++;
        var text = new String(line, 0, Math.min(length, LONGEST), ISO_8859_1);
        boolean isWhole = length <= LONGEST;
        length = 0;
        if (number == 1) header(text);
        else if (number > MOST_ROWS + 1) fault("There are more than " + MOST_ROWS + " balances.");
        else if (!isWhole) fault("It has more than " + LONGEST + " bytes.");
        else row(text);
    }

    private void header(String text) {
        if (text.startsWith(new String(MARK, ISO_8859_1))) fault("A byte order mark stands before the first line.");
        else if (text.endsWith("\r")) fault("It ends with a carriage return.");
        else if (!text.equals(HEADER)) fault("The first line is '" + HEADER + "'.");
    }

    private void row(String text) {
        switch (rules.read(text)) {
            case OpeningRow.Read.No(var what) -> fault(what);
            case OpeningRow.Read.Yes(var row, var amount) -> {
                int order = before.compareTo(row.key());
                if (order == 0) fault("'" + row.account() + "' has a balance of " + row.asset() + " before.");
                else if (order > 0)
                    fault("It comes before the line above; sort the lines as bytes, as LC_ALL=C sort does.");
                else {
                    good++;
                    sums.merge(row.asset(), amount, BigDecimal::add);
                    rows.accept(row);
                }
                before = row.key();
            }
        }
    }

    private void fault(String what) {
        faulty++;
        if (faults.size() < MOST_FAULTS) faults.add(new Fault(number, what));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
