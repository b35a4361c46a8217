// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares the committees that approval elects, with all that are tied, with a corpus of published ones. */
class CommitteeCasesTest {
    @TestFactory
    Stream<DynamicTest> electsThePublishedCommittees() {
        return Corpus.checks(Map.of(
                        "approval-committee", CommitteeRule.APPROVAL,
                        "satisfaction-approval", CommitteeRule.SATISFACTION,
                        "proportional-approval", CommitteeRule.PROPORTIONAL,
                        "chamberlin-courant-approval", CommitteeRule.CHAMBERLIN_COURANT,
                        "sequential-pav", CommitteeRule.SEQUENTIAL_PROPORTIONAL,
                        "sequential-phragmen", CommitteeRule.SEQUENTIAL_PHRAGMEN,
                        "equal-shares-committee", CommitteeRule.EQUAL_SHARES)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, rule -> comparing(rule.getValue()))));
    }

    private static Corpus.Comparison comparing(CommitteeRule rule) {
        return (file, check) -> {
            var groups = new ArrayList<Approvals.Group>();
            file.path("ballots")
                    .forEach(ballot -> groups.add(new Approvals.Group(
                            bits(ballot.get(1), file), ballot.get(0).bigIntegerValue())));
            var approvals = new Approvals(
                    file.path("candidates").size(), check.path("seats").asInt(), groups);

            assertThat(rule.committees(approvals, Comparator.naturalOrder(), 1_000))
                    .containsExactlyInAnyOrderElementsOf(check.path("expected")
                            .path("committees")
                            .valueStream()
                            .map(committee -> bits(committee, file))
                            .toList());
        };
    }

    // Some files name the members, some number them.
    private static BitSet bits(JsonNode options, JsonNode file) {
        var names = Published.texts(file.path("candidates"));
        var bits = new BitSet();
        options.forEach(option -> bits.set(option.isInt() ? option.asInt() : names.indexOf(option.asText())));
        return bits;
    }
}
