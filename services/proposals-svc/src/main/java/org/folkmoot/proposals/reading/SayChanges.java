// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.proposals.domain.Changes;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.record.Hash;

/** Says in words what a proposal changes about the rules. The words never change, so some are kept ready. */
@ApplicationScoped
class SayChanges {
    private static final int KEPT = 256;

    private final Constitutions constitutions;
    private final Map<String, List<String>> said = new ConcurrentHashMap<>();

    SayChanges(Constitutions constitutions) {
        this.constitutions = constitutions;
    }

    List<String> of(Proposal proposal) {
        var kept = said.get(proposal.id());
        return kept != null ? kept : say(proposal);
    }

    private List<String> say(Proposal proposal) {
        var community = Hash.parse(proposal.community());
        var words = Changes.words(proposal.content().actions(), base -> constitutions.known(community, base));
        if (said.size() >= KEPT) said.clear();
        // An amendment of rules that this service has yet to hear of may have words later.
        if (!words.isEmpty()) said.put(proposal.id(), words);
        return words;
    }
}
