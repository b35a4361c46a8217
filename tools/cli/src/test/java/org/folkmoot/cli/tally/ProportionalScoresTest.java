// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.assertAgrees;
import static org.folkmoot.cli.tally.Written.checked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers were worked out ballot by ballot by a separate program, and those of ten ballots by hand. */
class ProportionalScoresTest {
    private static final String TEN = "[[5,[5,4,0,0]],[4,[0,0,5,3]],[1,[2,0,0,5]]]";

    private static final String MANY = "[[3,[1,3,5,0,0]],[5,[0,2,4,0,4]],[2,[0,0,3,3,0]],"
            + "[2,[0,4,3,0,4]],[1,[1,5,5,4,0]],[5,[4,3,0,1,0]],[5,[1,2,3,1,4]],[1,[4,2,4,5,1]],[1,[4,4,5,1,2]]]";

    /** A seat is the share of five ballots: those that give A most are all of it, and the sixth one stays whole. */
    @Test
    void ballotsThatGiveAWinnerMostAreAllocated() {
        assertAgrees(four(
                "allocated-score",
                "{}",
                "{'winners':['A','C'],"
                        + "'rounds':[{'A':'27','B':'20','C':'20','D':'17'},{'B':'0','C':'20','D':'17'}]}"));
    }

    /** A seat costs 25 of the 50 stars, and A is given 27: of 5 stars 125/27 are paid, and of 2 stars 50/27. */
    @ParameterizedTest
    @CsvSource({"capping, 50/27", "scaling, 40/27"})
    void starsAreSpentAndWhatIsAboveTheCostIsKept(String reweighting, String left) {
        assertAgrees(four(
                "sequentially-spent-score",
                "{'reweighting': '" + reweighting + "'}",
                "{'winners':['A','C'],'rounds':[{'A':'27','B':'20','C':'20','D':'17'}," + "{'B':'" + left
                        + "','C':'20','D':'409/27'}]}"));
    }

    /** In the fourth round ballots count of which a part was allocated before: as that part, or as whole ones. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "allocated-score | {} | ['C','E','B','D'] | [{'A':'37','B':'63','C':'76','D':'26','E':'51'}"
                        + ",{'A':'169/6','B':'85/2','D':'479/24','E':'357/8'}"
                        + ",{'A':'1991/84','B':'185/7','D':'2603/168'}"
                        + ",{'A':'241/84','D':'397/42'}]",
                "allocated-score | {'partlyAllocated':'as whole'} | ['C','E','B','D'] | [{'A':'37','B':'63','C':'76','D':'26','E':'51'}"
                        + ",{'A':'169/6','B':'85/2','D':'479/24','E':'357/8'}"
                        + ",{'A':'1991/84','B':'185/7','D':'2603/168'}"
                        + ",{'A':'3067/1008','D':'38987/4032'}]",
                "sequentially-spent-score | {} | ['C','B','E','A'] | [{'A':'37','B':'63','C':'76','D':'26','E':'51'}"
                        + ",{'A':'10731/304','B':'18013/304','D':'7083/304','E':'14027/304'}"
                        + ",{'A':'163078763/5475952','D':'113307579/5475952','E':'84910291/2737976'}"
                        + ",{'A':'30650979/1368988','D':'74975915/5475952'}]",
                "sequentially-spent-score | {'reweighting':'scaling'} | ['C','B','E','A'] | [{'A':'37','B':'63','C':'76','D':'26','E':'51'}"
                        + ",{'A':'9473/304','B':'897/19','D':'2977/152','E':'5527/152'}"
                        + ",{'A':'326741/17043','D':'7549801/545376','E':'1692497/68172'}"
                        + ",{'A':'3662719/227240','D':'10020151/908960'}]"
            })
    void fourSeatsAreFilledExactly(String method, String parameters, String winners, String rounds) {
        assertAgrees(checked(
                "scores",
                "['A','B','C','D','E']",
                MANY,
                "{'method': '" + method + "', 'seats': 4, 'parameters': " + parameters + ", 'expected': {'winners': "
                        + winners + ", 'rounds': " + rounds + "}}"));
    }

    @ParameterizedTest
    @CsvSource({"allocated-score", "sequentially-spent-score"})
    void aTieEndsTheCountUnlessAListDecidesIt(String method) {
        assertAgrees(two(method, "[[1,[5,0,1]],[1,[0,5,1]]]", "{}", "{'winners':[],'tie':['A','B']}"));
        assertAgrees(two(
                method,
                "[[1,[5,0,1]],[1,[0,5,1]]]",
                "{'tiebreaker':['C','B','A']}",
                "{'winners':['A','B'],'tie':null,'rounds':[{'A':5,'B':5,'C':2},{'A':5,'C':1}]}"));
        assertAgrees(two(method, "[[1,[5,0,0]]]", "{}", "{'winners':['A'],'tie':['B','C']}"));
        assertThat(two(method, "[[1,[5,0,0]]]", "{'tiebreaker':['C','B','A']}", "{'winners':['A','C']}")
                        .reason())
                .isEqualTo("No ballot gives anything to those who are left, and here none of them wins.");
    }

    @ParameterizedTest
    @CsvSource({"allocated-score", "sequentially-spent-score"})
    void withASeatForEachThereIsNothingToCount(String method) {
        assertAgrees(checked(
                "scores",
                "['A','B']",
                "[[1,[3,3]]]",
                "{'method': '" + method + "', 'seats': 2, 'parameters': {}, 'expected': {'winners': ['B','A']}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allocated-score          | [[1,[6,0,0]]] | {}                        | The method refuses this",
                "allocated-score          | [[1,[5,0,0]]] | {\"partlyAllocated\":\"no\"} | partlyAllocated has a value",
                "sequentially-spent-score | [[1,[5,0,0]]] | {\"reweighting\":\"none\"}   | reweighting has a value"
            })
    void whatIsNotKnownIsNotSupported(String method, String ballots, String parameters, String reason) {
        var row = two(method, ballots, parameters, "{}");

        assertThat(row.state()).isEqualTo(TallyRow.State.NOT_SUPPORTED);
        assertThat(row.reason()).contains(reason);
    }

    private static TallyRow four(String method, String parameters, String expected) {
        return checked(
                "scores",
                "['A','B','C','D']",
                TEN,
                "{'method': '" + method + "', 'seats': 2, 'parameters': " + parameters + ", 'expected': " + expected
                        + "}");
    }

    private static TallyRow two(String method, String ballots, String parameters, String expected) {
        return checked(
                "scores",
                "['A','B','C']",
                ballots,
                "{'method': '" + method + "', 'seats': 2, 'parameters': " + parameters + ", 'expected': " + expected
                        + "}");
    }
}
