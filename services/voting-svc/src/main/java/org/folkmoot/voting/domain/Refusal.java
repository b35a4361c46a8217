// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;
import java.util.List;
import org.folkmoot.record.Hash;

/** Why a ballot or a question gets no: the name is the problem's type, the parts are the problem's members. */
public sealed interface Refusal {
    /** Nobody told this service of such a poll. */
    record PollUnknown(Hash poll) implements Refusal {}

    /** The poll's roll is not frozen yet, because the members' changes up to the position have not all arrived. */
    record PollWaiting(Hash poll) implements Refusal {}

    /** The poll takes ballots later. */
    record PollNotOpen(Hash poll, Instant opensAt) implements Refusal {}

    /** The ballot came at or after the deadline. */
    record BallotLate(Hash poll, Instant closesAt) implements Refusal {}

    /** The poll was called off. */
    record PollCancelled(Hash poll) implements Refusal {}

    /** The poll could not be held as it was defined. */
    record PollRefused(Hash poll, String reason) implements Refusal {}

    /** The member was not in the poll's body when its roll was frozen. */
    record NotOnRoll(Hash poll, Hash member) implements Refusal {}

    /** The poll's method cannot count such a choice. */
    record ChoiceInvalid(String reason) implements Refusal {}

    /** Whoever chooses this says why, in up to so many characters. */
    record ReasonMissing(String choice, int most) implements Refusal {}

    /** The reason cannot be taken. */
    record ReasonInvalid(String reason) implements Refusal {}

    /** The poll cools off: until it closes only some choices are taken. */
    record ChoiceClosed(Hash poll, List<String> only) implements Refusal {}

    /** The poll counts first ballots only, and the member has cast one. */
    record AlreadyVoted(Hash poll, Hash member) implements Refusal {}

    /** The member has already used this number or a higher one. */
    record SeqReplayed(long seq, long last) implements Refusal {}

    /** Exactly this act was accepted before; its receipt is at {@code /v1/polls/{poll}/ballots/{act}}. */
    record ActDuplicate(Hash act, long number, Instant acceptedAt) implements Refusal {}

    /** No such act was accepted in this poll. */
    record BallotUnknown(Hash poll, Hash act) implements Refusal {}

    /** A plugin that the poll is pinned to is not here; the poll waits for it. */
    record PluginMissing(Hash poll, String reason) implements Refusal {}

    /** The poll's method is a third party's, which is asked about one ballot at a time. */
    record NoStream(Hash poll) implements Refusal {}

    /** The constitution in force has no such body, or its members do not delegate. */
    record NoDelegation(String body) implements Refusal {}

    /** There is no such policy, topic or poll of this body to delegate for. */
    record ScopeUnknown(String scope, String body) implements Refusal {}

    /** The poll is over, or there is nothing to end in this scope. */
    record DelegationIdle(String scope, String reason) implements Refusal {}

    /** The delegates are not as the body's rules ask. */
    record DelegatesInvalid(String reason) implements Refusal {}

    /** Somebody named is not a member. */
    record DelegateUnknown(Hash member) implements Refusal {}

    /** The end is in the past, or further away than the body's rules allow. */
    record EndInvalid(Instant until, String reason) implements Refusal {}
    /** The ballot was not sealed to the trustees, by this member, for this poll. */
    record SealInvalid(String reason) implements Refusal {}

    /** Nothing of this poll is sealed. */
    record NotSealed(Hash poll) implements Refusal {}

    /** The poll does not wait for trustees: it is not closed yet, or its ballots are open. */
    record NotUnsealing(Hash poll) implements Refusal {}

    /** The constitution that the poll is judged by names no such trustee. */
    record TrusteeUnknown(Hash poll, int trustee) implements Refusal {}

    /** The trustee has given its shares. */
    record ShareDuplicate(Hash poll, int trustee) implements Refusal {}

    /** The shares do not open the ballots of this poll. */
    record ShareInvalid(String reason) implements Refusal {}

    /** No officer enters ballots of this poll. */
    record NoPaper(Hash poll) implements Refusal {}

    /** The member does not hold the role of those who enter ballots. */
    record NotAnOfficer(Hash member, String role) implements Refusal {}

    /** Two officers enter ballots together, and this is one and the same. */
    record SameOfficer(Hash member) implements Refusal {}

    /** Nobody has entered ballots by such an act. */
    record PaperUnknown(Hash poll, Hash entry) implements Refusal {}

    /** They count already. */
    record PaperConfirmed(Hash entry) implements Refusal {}

    /** These members have voted; whoever has voted has no ballot on paper. */
    record PaperConflicts(Hash poll, List<Hash> members) implements Refusal {
        public PaperConflicts {
            members = List.copyOf(members);
        }
    }

    /** What was entered are no ballots of this poll. */
    record PaperInvalid(String reason) implements Refusal {}

    /** No such draw by lot is known here. */
    record DrawUnknown(Hash draw) implements Refusal {}

    /** The draw is over: somebody was drawn, or nobody could be. */
    record DrawOver(Hash draw) implements Refusal {}

    /** The member is not among those who make the seed, or withheld a value in an earlier round. */
    record NotACommitter(Hash draw, Hash member) implements Refusal {}

    /** What was said is about another round than the one that is under way. */
    record OtherRound(Hash draw, int round, int current) implements Refusal {}

    /** This is said from one moment on and until another. */
    record OutOfTime(Hash draw, Instant from, Instant until) implements Refusal {}

    /** The member has committed to a value in this round; the first commitment is final. */
    record AlreadyCommitted(Hash draw, int round) implements Refusal {}

    /** The member has revealed the value in this round. */
    record AlreadyRevealed(Hash draw, int round) implements Refusal {}

    /** The member committed to nothing in this round. */
    record NotCommitted(Hash draw, int round) implements Refusal {}

    /** The value is not the one that the member committed to. */
    record RevealMismatch(Hash draw, int round, String commitment) implements Refusal {}

    /** The clock of the service is too far from that of its database, so nothing is done by it. */
    record ClockOff(long millisAhead, long millisAtMost) implements Refusal {}

    /** More ballots are waiting than the service takes at once. */
    record Busy() implements Refusal {}
}
