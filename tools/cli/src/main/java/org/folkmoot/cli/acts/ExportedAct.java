// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.acts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.cli.client.Api;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.BadSignature;
import org.folkmoot.record.BrokenHistory;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.KeyHistory;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.PasskeyRefused;
import org.folkmoot.record.PasskeyRules;
import org.folkmoot.record.SignedAct;
import org.folkmoot.record.UnsupportedSuite;
import org.folkmoot.record.Verifier;

/**
 * An act with all that is needed to check it: the acts that changed its author's keys, and where the community lets
 * members use passkeys.
 */
record ExportedAct(Kept act, List<Kept> keys, PasskeyRules passkeys) {
    private static final int MOST_KEY_ACTS = 1_000;

    /** An act as it came and when it was accepted. */
    record Kept(Envelope envelope, Instant acceptedAt) {}

    static ExportedAct read(byte[] file) {
        try {
            var json = Api.JSON.readTree(file);
            var keys = new ArrayList<Kept>();
            for (var item : json.path("keys")) keys.add(kept(item));
            if (keys.size() > MOST_KEY_ACTS) throw new NotVerified("The file has too many acts about keys.");
            var passkeys = json.path("passkeys");
            return new ExportedAct(
                    kept(json.path("act")),
                    List.copyOf(keys),
                    new PasskeyRules(
                            texts(passkeys.path("origins")),
                            texts(passkeys.path("rpIds")),
                            passkeys.path("userVerification").asBoolean(true)));
        } catch (IOException e) {
            throw new NotVerified("The file is not an exported act: it is not JSON.", e);
        }
    }

    /** Checks everything, or throws {@link NotVerified} with the first thing that is wrong. */
    SignedAct verify(Verifier verifier) {
        try {
            var opened = Acts.open(act.envelope(), verifier.strict());
            act.envelope().check(passkeys);
            checkKey(opened.act(), verifier);
            return opened;
        } catch (BadSignature e) {
            throw new NotVerified("The act is not signed by the key that it names.", e);
        } catch (PasskeyRefused e) {
            throw new NotVerified("The passkey's answer does not fit: " + e.field() + ".", e);
        } catch (BrokenHistory e) {
            throw new NotVerified("The history of the author's keys is broken: " + e.getMessage() + ".", e);
        } catch (Malformed e) {
            throw new NotVerified("The act is malformed: " + e.getMessage() + ".", e);
        }
    }

    private void checkKey(Act said, Verifier verifier) {
        var history = new KeyHistory(said.community(), said.actor(), verifier);
        for (var change : keys)
            if (change.acceptedAt().isBefore(act.acceptedAt())) history.apply(change.envelope(), change.acceptedAt());
        if (!history.isValid(said.key(), act.acceptedAt()))
            throw new NotVerified(said.key() + " did not sign for " + said.actor() + " at " + act.acceptedAt() + ".");
    }

    /** Since when the author says that somebody else had the key, if the act was signed with it after that. */
    Optional<Instant> disputedSince(Verifier verifier) {
        var said = Acts.open(act.envelope(), verifier.strict()).act();
        var history = new KeyHistory(said.community(), said.actor(), verifier);
        try {
            for (var change : keys) history.apply(change.envelope(), change.acceptedAt());
        } catch (BrokenHistory _) {
            // What came later cannot be followed here; whether the act was valid then does not hang on it.
        }
        return history.compromisedSince(said.key())
                .filter(since -> !act.acceptedAt().isBefore(since));
    }

    private static Kept kept(JsonNode json) throws JsonProcessingException {
        try {
            return new Kept(
                    Envelope.read(Api.JSON.writeValueAsBytes(json.path("envelope"))),
                    Instant.parse(json.path("acceptedAt").asText()));
        } catch (Malformed | UnsupportedSuite e) {
            throw new NotVerified("The file is not an exported act: " + e.getMessage() + ".", e);
        } catch (DateTimeException e) {
            throw new NotVerified("The file is not an exported act: acceptedAt is not a time.", e);
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        for (var item : list) texts.add(item.asText());
        return texts;
    }
}
