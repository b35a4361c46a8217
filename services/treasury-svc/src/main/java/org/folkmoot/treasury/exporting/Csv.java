// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.web.Cell;

/** The journal as comma-separated values (RFC 4180), one movement on each line. Only the memo is somebody's free text. */
record Csv() implements Form {
    @Override
    public String type() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public String begin(List<Asset> assets) {
        return "number,at,transfer,leg,code,from,to,asset,amount,cause,memo\r\n";
    }

    @Override
    public String line(Posting posting) {
        var entry = posting.entry();
        return Stream.of(
                                posting.number(),
                                entry.at(),
                                entry.transfer(),
                                entry.leg(),
                                entry.code(),
                                entry.debit(),
                                entry.credit(),
                                entry.asset(),
                                posting.amount(),
                                entry.cause(),
                                Cell.of(entry.memo()))
                        .map(String::valueOf)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    @Override
    public String end(List<Holding> holdings, String firstDay, String dayAfter) {
        return "";
    }
}
