// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

/** Answers as they look, for readers of the API's description. */
final class Examples {
    private static final String IDS = """
            "poll":"60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",\
            "community":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",\
            "proposal":"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9",""";
    private static final String VOTER = """
            "poll":"60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",\
            "member":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",""";

    static final String POLL = "{" + IDS + """
            "state":"open","submittedAt":"2026-11-20T09:00:00.000Z",\
            "definition":{"body":"citizens","question":"A new roof","v":1},\
            "roll":{"members":80000,"power":"80000"},"openedAt":"2026-11-20T09:00:00.120Z",\
            "closesAt":"2026-11-23T09:00:00.000Z","accepted":17}""";
    static final String TALLY = """
            {"poll":"60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752","state":"open",\
            "at":"2026-11-20T10:00:01.000Z","final":false,"rollMembers":80000,"rollPower":"80000","accepted":17,\
            "ballots":16,"counts":{"for":"9","against":"4","abstain":"3"},"winners":[],"decimals":0,"rounds":[],\
            "words":"For 9, against 4, abstain 3."}""";
    static final String ON_ROLL = "{" + VOTER + """
            "onRoll":true,"reason":"on-roll","power":"500","since":"2026-01-01T00:00:00.000Z",\
            "weighing":{"plugin":"balance","balances":{"SKR":"70000"},"raw":"700","most":"500"}}""";
    static final String NOT_ON_ROLL = "{" + VOTER + """
            "onRoll":false,"reason":"joined-later","since":"2026-11-20T09:30:00.000Z"}""";
    static final String RECEIPT = """
            {"acceptedAt":"2026-11-20T10:00:00.000Z",\
            "act":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","number":17,\
            "poll":"60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752","signature":"3q2+7w==",\
            "signer":"did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"}""";

    private Examples() {}
}
