// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

/** A proposal: who wrote what for which community, and where it is in its life. Its id is the hash of the drafting act. */
public record Proposal(String id, String community, String author, Content content, State state) {

    /** Is the same proposal in another state. */
    public Proposal in(State next) {
        return new Proposal(id, community, author, content, next);
    }

    /** Refuses anybody but the author. */
    public void requireAuthor(String member) {
        if (!author.equals(member)) throw new Refused(new Refusal.NotTheAuthor(id, member));
    }
}
