// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A problem is told as a person reads it, and nothing twice. */
class RefusalWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'title':'Poll Unknown','type':'t','status':404,'poll':'ab'} | Poll Unknown (404)/  poll: ab",
                "{'title':'Payload Malformed','reason':'value','offset':0,'detail':'seq is no number'} "
                        + "| Payload Malformed (404): seq is no number/  reason: value/  offset: 0",
                "{'title':'Choice Invalid','reason':'One of for, against.'} | Choice Invalid (404): One of for, against.",
                "{'title':'Share Duplicate','trustee':3} | Share Duplicate (404)/  trustee: 3",
                "{'type':'urn:folkmoot:problem:ballot-late','title':'Ballot Late'} "
                        + "| Ballot Late (404): The ballot came after the poll had closed.",
                "{'title':'Action Invalid','action':0,'field':'seats','reason':'Not so many.',"
                        + "'faults':[{'action':0,'field':'seats','reason':'Not so many.','suggestion':''}]} "
                        + "| Action Invalid (404): Not so many./  action: 0/  field: seats",
                "{'title':'Action Invalid','action':0,'reason':'Not so.','faults':[{'action':0,'reason':'Not so.'},"
                        + "{'action':1,'reason':'Nor so.'}]} "
                        + "| Action Invalid (404)/  faults:/    - action: 0/      reason: Not so./    - action: 1/      reason: Nor so.",
                "[1] | Refused (404)/  [1]"
            })
    void itsPartsStandBelowWhatItMeans(String problem, String words) {
        assertThat(RefusalWords.of(404, Api.read(problem.replace('\'', '"'))).replace('\n', '/'))
                .isEqualTo(words);
    }
}
