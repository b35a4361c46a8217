// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Set;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Trustees;
import org.folkmoot.policy.Question;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.StrictJson;
import org.folkmoot.sealing.GroupKey;
import org.folkmoot.sealing.SealedBallot;
import org.folkmoot.sealing.SealedBallot.Label;
import org.folkmoot.sealing.SealingRefused;

/**
 * How the ballots of a poll are sealed.
 *
 * @param key the key of the trustees, which the poll's constitution names
 * @param room how many bytes every choice takes
 */
public record Seal(GroupKey key, int room) {
    static final String SEALED = "sealed";

    /** The seal of a question under a constitution, or {@link PollRules.Unfit}. */
    static Seal of(Constitution constitution, Question question) {
        var key = constitution
                .trustees()
                .flatMap(Trustees::key)
                .orElseThrow(
                        () -> new PollRules.Unfit("The constitution has no trustees with a key for sealed ballots."));
        return new Seal(key, Trustees.room(question));
    }

    /** Refuses a choice that was not sealed to the trustees by this member for this poll. */
    public void check(Json choice, Hash poll, Hash member) {
        try {
            read(choice).check(key, new Label(poll, member), room);
        } catch (SealingRefused e) {
            throw new Refused(new Refusal.SealInvalid(e.reason()));
        } catch (Malformed | IllegalArgumentException _) {
            throw new Refused(new Refusal.SealInvalid("The choice is not written as {\"sealed\": \"base64\"}."));
        }
    }

    /** Reads the sealed ballot that a choice is. */
    public static SealedBallot read(Json choice) {
        if (!(choice instanceof Json.Obj object)) throw new IllegalArgumentException("a sealed choice is an object");
        return SealedBallot.decode(Base64.getDecoder()
                .decode(Fields.exactly(object, Set.of(SEALED)).text(SEALED)));
    }

    /** Reads the sealed ballot that an accepted choice is, from its canonical JSON. */
    public static SealedBallot read(String choice) {
        return read(StrictJson.parse(choice.getBytes(UTF_8)));
    }
}
