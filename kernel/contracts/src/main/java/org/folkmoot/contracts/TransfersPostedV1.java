// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Money went from accounts to others, several times in a row. Sent once per movement.
 *
 * @param first the place of the first of them in the community's journal; the others follow without a gap
 */
public record TransfersPostedV1(String community, long first, List<PostedEntry> entries) implements TreasuryEvent {
    public TransfersPostedV1 {
        Fields.hash("community", community);
        Fields.atLeast("first", 1, first);
        entries = List.copyOf(Fields.given("entries", entries));
        if (entries.isEmpty()) throw new IllegalArgumentException("entries are missing");
    }

    /** The same movements one by one. */
    public Stream<TransferPostedV1> each() {
        return IntStream.range(0, entries.size()).mapToObj(this::one);
    }

    private TransferPostedV1 one(int place) {
        var entry = entries.get(place);
        return new TransferPostedV1(
                community,
                entry.transfer(),
                first + place,
                entry.debit(),
                entry.credit(),
                entry.asset(),
                entry.amount(),
                entry.cause(),
                entry.postedAt());
    }
}
