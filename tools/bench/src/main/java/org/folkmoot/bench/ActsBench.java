// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.BouncyVerifier;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Pae;
import org.folkmoot.record.PasskeyKey;
import org.folkmoot.record.SecretKey;
import org.folkmoot.record.SigningKey;
import org.folkmoot.record.Verifier;
import org.folkmoot.record.WalletKey;

/** What an act costs from its bytes on the wire to a verified value, beside the bare verification of its signature. */
final class ActsBench {
    private static final int ACTS = 1_024;
    private static final long SEED = 20_251_104;

    private record Sample(SecretKey key, byte[] envelope, byte[] message, byte[] signature) {}

    /** The kinds of keys, in the order in which people meet them. */
    private static final Map<String, Function<Random, SigningKey>> SUITES = new TreeMap<>(Map.of(
            "ed25519",
            SecretKey::generate,
            "eip712",
            WalletKey::generate,
            "webauthn-es256",
            random -> PasskeyKey.generate(random, "https://moot.example.org", "moot.example.org")));

    private ActsBench() {}

    static void run(PrintStream out) {
        var samples = samples();
        var fastest = Ed25519.fastest();
        var bouncy = new BouncyVerifier();
        var rates = new ArrayList<>(List.of(
                verify("verify a signature, " + fastest.name(), samples, fastest),
                verify("verify a signature, Bouncy Castle", samples, bouncy),
                new Rate.Named(
                        "open an act: parse, check form, verify", 1, turn -> open(samples.get(turn % ACTS), fastest)),
                new Rate.Named("read an envelope and its payload only", 1, turn -> read(samples.get(turn % ACTS))),
                new Rate.Named(
                        "sign",
                        1,
                        turn -> samples.get(turn % ACTS)
                                .key()
                                .sign(samples.get(turn % ACTS).message())[0])));
        SUITES.forEach((suite, keys) -> {
            var acts = envelopes(keys);
            rates.add(check("check an act, " + suite + ", " + fastest.name(), acts, fastest));
            rates.add(check("check an act, " + suite + ", Bouncy Castle", acts, bouncy));
        });
        Rate.print(
                out, "Acts, one core (ballots of about 400 bytes)", Rate.sideBySide(rates.toArray(Rate.Named[]::new)));
    }

    private static Rate.Named verify(String name, List<Sample> samples, Verifier verifier) {
        return new Rate.Named(name, 1, turn -> {
            var sample = samples.get(turn % ACTS);
            if (!verifier.verify(sample.key().publicKey(), sample.message(), sample.signature()))
                throw new IllegalStateException("a good signature was refused by " + verifier.name());
            return turn;
        });
    }

    /** From the payload's bytes to a verified act, in the way of its suite. */
    private static Rate.Named check(String name, List<Envelope> acts, Verifier verifier) {
        return new Rate.Named(name, 1, turn ->
                (int) Acts.open(acts.get(turn % ACTS), verifier).act().seq());
    }

    private static List<Envelope> envelopes(Function<Random, SigningKey> keys) {
        var random = new Random(SEED);
        return IntStream.range(0, ACTS)
                .mapToObj(number -> {
                    var key = keys.apply(random);
                    return Acts.sign(key, ballot(key, number));
                })
                .toList();
    }

    private static Act ballot(SigningKey key, int number) {
        var community = Hash.of(new byte[] {1});
        var poll = Hash.of(new byte[] {2});
        var body = Json.object(Map.of("choice", List.of(List.of((long) number), List.of(7L), List.of(9L))));
        return Act.draft(community, key.publicKey(), "ballot.cast/1", poll, body, number, 1_900_000_000L);
    }

    private static int open(Sample sample, Verifier verifier) {
        return Acts.open(Envelope.read(sample.envelope()), verifier).id().hashCode();
    }

    private static int read(Sample sample) {
        return Act.read(Envelope.read(sample.envelope()).payload()).type().hashCode();
    }

    private static List<Sample> samples() {
        var random = new Random(SEED);
        return IntStream.range(0, ACTS)
                .mapToObj(number -> {
                    var key = SecretKey.generate(random);
                    var envelope = Acts.sign(key, ballot(key, number));
                    var message = Pae.encode(Act.MEDIA_TYPE, envelope.payload());
                    return new Sample(key, envelope.json(), message, envelope.signature());
                })
                .toList();
    }
}
