// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why an act changes nothing: the name is the problem's type, the parts are the problem's members. */
public sealed interface Refusal {

    /** Nobody drafted this proposal here. */
    record ProposalUnknown(String proposal) implements Refusal {}

    /** A part of the proposal is too long, too short, repeated or not plain text. */
    record ContentInvalid(String field, String reason) implements Refusal {}

    /** The community's constitution has no policy for these actions together: no policy, no proposal. */
    record NoPolicy(String reason) implements Refusal {}

    /** The policy asks for something that this suite does not run yet. */
    record PolicyNotRun(String policy, List<String> reasons) implements Refusal {}

    /** No such kind of action. */
    record ActionUnknown(int action, String kind, String suggestion) implements Refusal {}

    /** An action has a part that its kind or the constitution does not allow; all such parts are listed, the first in front. */
    record ActionInvalid(int action, String field, String reason, List<Fault> faults) implements Refusal {}

    /** One part of an action that is not allowed. */
    record Fault(int action, String field, String reason, String suggestion) {}

    /** The policy's voting method can not ask this: it needs options, or has none. */
    record QuestionInvalid(String policy, String method, String reason) implements Refusal {}

    /** The policy lets other members propose this. */
    record MayNotPropose(String member, String policy) implements Refusal {}

    /**
     * The author has less power on the roll than the policy asks of those who propose.
     *
     * @param power what the author has
     * @param roll what everybody on the roll has together
     * @param least the power that is asked for
     * @param share the share of the roll's power that is asked for
     */
    record TooLittlePower(String policy, String power, String roll, Optional<String> least, Optional<String> share)
            implements Refusal {}

    /** The author has as many proposals under the policy that are not at their end as it allows. */
    record TooManyOpen(String policy, int most) implements Refusal {}

    /** The author has made as many proposals under the policy within the period as it allows; there is room again then. */
    record TooManyProposals(String policy, int most, Instant again) implements Refusal {}

    /** Only the author may do this. */
    record NotTheAuthor(String proposal, String member) implements Refusal {}

    /** The policy wants sponsors of another body. */
    record MayNotSponsor(String member, String body) implements Refusal {}

    /** Whoever makes a proposal does not count among those who stand behind it. */
    record SponsorIsAuthor(String proposal, String member) implements Refusal {}

    /** The member stands behind it already. */
    record AlreadySponsor(String proposal, String member) implements Refusal {}

    /** The author saw members that this service has not heard of yet: to be sent again a little later. */
    record MembershipBehind(long after, long seen) implements Refusal {}

    /** The proposal's state has no such move. */
    record WrongState(String state, List<String> expected) implements Refusal {}

    /** Voting has begun, so the author can not take the proposal back. */
    record VotingBegun(Instant opensAt) implements Refusal {}

    /** The policy allows no further retry. */
    record RetriesExhausted(int attempts, int retries) implements Refusal {}

    /**
     * So many members have left with their shares since a proposal was submitted that nothing of it is enacted.
     *
     * @param shares the asset whose holders may leave
     * @param left how much of it there is
     * @param most the most of it that there was since the submission
     * @param least the share of that which must be left
     */
    record TooFewLeft(String shares, String left, String most, String least) implements Refusal {
        /** What an enactment is said to have failed for. */
        public static final String REASON = "too-few-left";

        /** The same as a sentence. */
        public String sentence() {
            return left + " of " + most + " " + shares + " are left since the submission, less than " + least + ".";
        }
    }

    /** No such state to filter by. */
    record StateUnknown(String state, List<String> known) implements Refusal {}
}
