// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import java.time.Instant;
import org.folkmoot.record.Hash;

/** Why an act is refused before any rule of a service is asked. */
public sealed interface ActRefusal {
    /** The envelope, the payload or the body is not exactly what it must be; nothing is repaired. */
    record PayloadMalformed(String reason, int offset, String detail) implements ActRefusal {}

    /** The envelope or the payload has more bytes than the limit. */
    record PayloadTooLarge(int limit) implements ActRefusal {}

    /** The proof is of a kind that nobody here can check. */
    record SuiteUnsupported() implements ActRefusal {}

    /** The signature is not the one of the key over the payload. */
    record SignatureInvalid() implements ActRefusal {}

    /** A passkey's answer was given at a place or in a way that does not count; {@code field} says which part of it. */
    record PasskeyRefused(String field) implements ActRefusal {}

    /** This service does not know the community, or not yet. */
    record CommunityUnknown(Hash community) implements ActRefusal {}

    /** The act was signed for another community. */
    record CommunityMismatch(Hash expected, Hash community) implements ActRefusal {}

    /** The act is about something else than what it was sent to. */
    record SubjectUnknown(Hash expected, Hash subject) implements ActRefusal {}

    /** This place takes acts of another type. */
    record ActTypeUnexpected(String expected, String actType) implements ActRefusal {}

    /** The act came after the time until which its author meant it. */
    record ActExpired(Instant notAfter, Instant now) implements ActRefusal {}

    /** The act is meant to hold longer than an act may. */
    record ActHorizon(Instant notAfter, Instant latest) implements ActRefusal {}

    /** The actor is not a member of the community. */
    record NotAMember(Hash community, Hash actor) implements ActRefusal {}

    /** The key is not the one that the actor signs with. */
    record KeyNotValid(Hash actor, String key) implements ActRefusal {}

    /** The actor already did something with this seq or a higher one. */
    record SeqReplayed(long seq, long last) implements ActRefusal {}

    /** This very act was accepted before: what it asked for is done, and nothing was done twice. */
    record ActDuplicate(Hash act, Instant acceptedAt) implements ActRefusal {}

    /** This service accepted no such act. */
    record ActUnknown(Hash act) implements ActRefusal {}
}
