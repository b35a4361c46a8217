// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.cli.client.Signer;
import org.folkmoot.record.Act;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.SecretKey;

/** Tries what must not work, and looks at how it is refused. */
final class Hostile {
    /** One attempt: what it is, and the problem type that is the right answer. */
    private record Try(String what, String expected, byte[] sent) {}

    private final Api api;
    private final URI voting;
    private final Signer signer;
    private final Progress progress;
    private final Hash community;
    private final Hash poll;
    private int tried;
    private int refused;

    Hostile(Api api, URI voting, Signer signer, Progress progress, Hash community, Hash poll) {
        this.api = api;
        this.voting = voting;
        this.signer = signer;
        this.progress = progress;
        this.community = community;
        this.poll = poll;
    }

    int tried() {
        return tried;
    }

    int refused() {
        return refused;
    }

    /** While the poll is open. The victim has not voted yet; the accepted ballot has a receipt already. */
    void whileOpen(SecretKey victim, SecretKey other, SecretKey stranger, Object choice, byte[] accepted) {
        for (var attempt : List.of(
                new Try("another member's key", "key-not-valid", foreignKey(victim, other, choice)),
                new Try("another member's signature", "signature-invalid", foreignSignature(victim, other, choice)),
                new Try("not a member", "not-on-roll", ballot(stranger, poll, choice)),
                new Try("the same ballot again", "act-duplicate", accepted),
                new Try("signed for another poll", "subject-unknown", ballot(victim, Hash.of(poll.bytes()), choice)),
                new Try("signed for another community", "community-mismatch", otherCommunity(victim, choice)),
                new Try(
                        "a choice that is not offered",
                        "choice-invalid",
                        ballot(victim, poll, List.of(List.of(9_999L)))),
                new Try("a byte changed after signing", "signature-invalid", changed(victim, choice)),
                new Try("no signature", "payload-malformed", unsigned(victim, choice)),
                new Try("not canonical", "payload-malformed", notCanonical(victim, choice)))) {
            attempt(attempt);
        }
    }

    /** After the deadline: a ballot that would have counted before. */
    void afterDeadline(SecretKey member, Object choice) {
        attempt(new Try("after the deadline", "ballot-late", ballot(member, poll, choice)));
    }

    private void attempt(Try attempt) {
        tried++;
        try {
            var answer = api.post(voting, "/v1/polls/" + poll.hex() + "/ballots", attempt.sent());
            progress.check(attempt.what() + " must be refused, but was answered " + answer, false);
        } catch (RefusedByService e) {
            var right = attempt.expected().equals(e.reason()) && e.status() / 100 == 4;
            if (right) refused++;
            progress.check(attempt.what() + ": refused, " + e.status() + " " + e.reason(), right);
        }
    }

    private byte[] ballot(SecretKey key, Hash subject, Object choice) {
        return sign(key, community, subject, choice).json();
    }

    private Envelope sign(SecretKey key, Hash at, Hash subject, Object choice) {
        return signer.sign(key, at, subject, Ballots.TYPE, Map.of("choice", choice));
    }

    /** Says to be the victim, and signs with a key of its own. */
    private byte[] foreignKey(SecretKey victim, SecretKey other, Object choice) {
        var own = Act.read(sign(other, community, poll, choice).payload());
        var victimId = MemberIds.of(community, victim.publicKey());
        var forged = new Act(
                victimId, own.body(), community, other.publicKey(), own.notAfter(), own.seq(), poll, own.type());
        return org.folkmoot.record.Acts.sign(other, forged).json();
    }

    /** The victim's act with somebody else's signature under it. */
    private byte[] foreignSignature(SecretKey victim, SecretKey other, Object choice) {
        var act = sign(victim, community, poll, choice);
        var signature = other.sign(org.folkmoot.record.Pae.encode(Act.MEDIA_TYPE, act.payload()));
        return new Envelope(act.payload(), act.suite(), signature).json();
    }

    private byte[] otherCommunity(SecretKey victim, Object choice) {
        return sign(victim, Hash.of(community.bytes()), poll, choice).json();
    }

    private byte[] changed(SecretKey victim, Object choice) {
        var act = sign(victim, community, poll, choice);
        var payload = new String(act.payload(), StandardCharsets.UTF_8);
        var seq = Act.read(act.payload()).seq();
        var bytes = payload.replace("\"seq\":" + seq, "\"seq\":" + (seq + 1)).getBytes(StandardCharsets.UTF_8);
        return new Envelope(bytes, act.suite(), act.signature()).json();
    }

    private byte[] unsigned(SecretKey victim, Object choice) {
        var payload = java.util.Base64.getEncoder()
                .encodeToString(sign(victim, community, poll, choice).payload());
        return Json.of(Map.of("payload", payload)).canonical();
    }

    private byte[] notCanonical(SecretKey victim, Object choice) {
        var act = sign(victim, community, poll, choice);
        var spaced = Arrays.copyOf(act.payload(), act.payload().length + 1);
        spaced[spaced.length - 1] = ' ';
        var signature = victim.sign(org.folkmoot.record.Pae.encode(Act.MEDIA_TYPE, spaced));
        return new Envelope(spaced, act.suite(), signature).json();
    }
}
