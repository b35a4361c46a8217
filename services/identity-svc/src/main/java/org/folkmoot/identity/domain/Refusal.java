// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.record.Hash;

/**
 * Why a request changes nothing: the name is the problem's type, the parts are the problem's members. A line is one of
 * the request's body, counted from 1.
 */
public sealed interface Refusal {
    /** The constitution cannot work; every reason is listed. */
    record ConstitutionRefused(List<Fault> complaints) implements Refusal {
        /** Keeps of the reader's complaints what refuses the document. */
        public static ConstitutionRefused of(List<Complaint> complaints) {
            return new ConstitutionRefused(complaints.stream()
                    .filter(Complaint::isError)
                    .map(complaint -> new Fault(complaint.path(), complaint.reason(), complaint.suggestion()))
                    .toList());
        }
    }

    /** One thing that is wrong with a constitution: where, what, and what to write instead if anybody can know. */
    record Fault(String path, String reason, String suggestion) {}

    /** The list of founders is empty, too long or names somebody twice. */
    record FoundersInvalid(String detail) implements Refusal {}

    /** The act is signed by somebody who is not among the founders. */
    record SignerNotFounder(String key) implements Refusal {}

    /** The founding act calls the community otherwise than its constitution does. */
    record NameMismatch(String name, String constitution) implements Refusal {}

    /** The key is one about whose signatures verifiers would disagree. */
    record KeyInvalid(String key, Optional<Long> line) implements Refusal {}

    /** The constitution does not let this signer admit this applicant. */
    record AdmissionRefused(String key, String detail) implements Refusal {}

    /** Who should join is there already. */
    record AlreadyMember(Hash member, Optional<Long> line) implements Refusal {}

    /** The registration has the same member twice. */
    record MemberRepeated(Hash member, long line) implements Refusal {}

    /** The registration says that it has no members, or more than one act can admit. */
    record CountInvalid(long count, long most) implements Refusal {}

    /** There are fewer lines of members than the act says, or at least so many, which is more. */
    record CountMismatch(long count, long found) implements Refusal {}

    /** The lines of members are not the ones that were signed for. */
    record RollMismatch(Hash roll, Hash found) implements Refusal {}

    /** A line is not exactly what it must be. */
    record LineMalformed(long line, String reason, String detail) implements Refusal {}

    /** A line has more bytes than the limit. */
    record LineTooLong(long line, int limit) implements Refusal {}

    /** The connection ended before the body did. */
    record StreamCutOff(long line) implements Refusal {}

    /** Nobody of this id is a member now. */
    record MemberUnknown(Hash community, Hash member) implements Refusal {}

    /** The community never had this constitution. */
    record ConstitutionUnknown(Hash community, Hash constitution) implements Refusal {}

    /** Nobody of this id has applied or is a member. */
    record ApplicantUnknown(Hash community, Hash applicant) implements Refusal {}

    /** The applicant's application is being looked at already. */
    record ApplicationOpen(Hash applicant, Instant appliedAt) implements Refusal {}

    /** The application was decided, so nobody can speak for or against it any more. */
    record ApplicationDecided(Hash applicant, String state) implements Refusal {}

    /** Somebody says a second time what counts once. */
    record SaidBefore(Hash applicant, Hash actor) implements Refusal {}

    /** A new key's consent is missing, or is not its consent to this. */
    record ConsentInvalid(String detail) implements Refusal {}

    /** The key is, or once was, a key of some member. */
    record KeyTaken(String key, Optional<Long> line) implements Refusal {}

    /** The key is not one that this member signs with. */
    record KeyNotHeld(Hash member, String key) implements Refusal {}

    /** The member has as many keys as one may have. */
    record TooManyKeys(int most) implements Refusal {}

    /** A member keeps the last key. */
    record LastKey(Hash member) implements Refusal {}

    /** Only the member may do this. */
    record NotOneself(Hash actor, Hash member) implements Refusal {}

    /** The guardians, the threshold or the delay make no sense. */
    record GuardiansInvalid(String detail) implements Refusal {}

    /** The member has not named this one as a guardian. */
    record NotAGuardian(Hash actor, Hash member) implements Refusal {}

    /** There is no such recovery of this member. */
    record RecoveryUnknown(Hash member, Hash recovery) implements Refusal {}

    /** The recovery is over. */
    record RecoveryEnded(Hash recovery, String state) implements Refusal {}

    /** What somebody says is empty or too long. */
    record WordsInvalid(String field, String detail) implements Refusal {}

    /** The constitution names this key nowhere among those that speak about applicants. */
    record NotAnAttester(String key) implements Refusal {}

    /** Nobody speaks for or against oneself. */
    record AboutOneself(Hash actor) implements Refusal {}

    /** So many have been said, by this member or about this applicant, that no more are taken. */
    record TooManySaid(int most) implements Refusal {}

    /** The constitution gives members no way to object to applicants. */
    record ObjectionsNotProvided(Hash community) implements Refusal {}

    /** So many joined lately that the constitution lets nobody in before this time. */
    record JoinsLimited(long joined, long most, Instant until) implements Refusal {}

    /** What would admit this applicant has admitted somebody else. */
    record ClaimUsed(Hash applicant) implements Refusal {}

    /** The challenge is not one that was made here for this community. */
    record ChallengeInvalid() implements Refusal {}

    /** The challenge is over. */
    record ChallengeExpired(Instant until) implements Refusal {}

    /** The challenge opened a session before. */
    record ChallengeUsed() implements Refusal {}

    /** The act commits to other data than what came with it. */
    record CommitmentMismatch(Hash commitment, Hash found) implements Refusal {}

    /** The credential proves nothing here, for a reason that has a stable name. */
    record CredentialRefused(String reason, String detail) implements Refusal {}

    /** Memberships of this community do not end by themselves, or this one does not yet. */
    record MembershipEndless(Hash community) implements Refusal {}

    /** The membership may be renewed from a later time on. */
    record RenewalTooEarly(Instant from, Instant end) implements Refusal {}

    /** The key was marked as compromised before. */
    record AlreadyCompromised(String key) implements Refusal {}

    /** What should be another community's word about the applicant is not. */
    record StatementInvalid(String detail) implements Refusal {}

    /** Nothing personal is kept of this member. */
    record NoPersonalData(Hash member) implements Refusal {}

    /** This service was given no key to keep personal data under, so it keeps none. */
    record PersonalDataNotProvided() implements Refusal {}

    /** The operator of this service chose no login provider. */
    record LoginNotProvided() implements Refusal {}

    /** The ID token does not hold here, for a reason that has a stable name. */
    record LoginInvalid(String reason) implements Refusal {}

    /** The login is no member's. */
    record LoginUnknown() implements Refusal {}

    /** The login is another member's. */
    record LoginTaken() implements Refusal {}

    /** The constitution knows no appeals against expulsions. */
    record AppealsNotProvided(Hash community) implements Refusal {}

    /** Nobody expelled this person, or the expulsion was overturned. */
    record NotExpelled(Hash member) implements Refusal {}

    /** Until this moment one could appeal. */
    record AppealTooLate(Instant until) implements Refusal {}

    /** There is an appeal against this expulsion already. */
    record AlreadyAppealed(Instant appealedAt) implements Refusal {}

    /** A community keeps its last member. */
    record LastMember(Hash community) implements Refusal {}
}
