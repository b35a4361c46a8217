// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

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
}
