// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.BouncyVerifier;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Verifier;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Pae;
import org.folkmoot.record.SecretKey;

/** What an act costs from its bytes on the wire to a verified value, beside the bare verification of its signature. */
final class ActsBench {
    private static final int ACTS = 1_024;
    private static final long SEED = 20_251_104;

    private record Sample(SecretKey key, byte[] envelope, byte[] message, byte[] signature) {}

    private ActsBench() {}

    static void run(PrintStream out) {
        var samples = samples();
        var fastest = Ed25519.fastest();
        var rates = Rate.sideBySide(
                verify("verify a signature, " + fastest.name(), samples, fastest),
                verify("verify a signature, Bouncy Castle", samples, new BouncyVerifier()),
                new Rate.Named(
                        "open an act: parse, check form, verify", 1, turn -> open(samples.get(turn % ACTS), fastest)),
                new Rate.Named("read an envelope and its payload only", 1, turn -> read(samples.get(turn % ACTS))),
                new Rate.Named(
                        "sign",
                        1,
                        turn -> samples.get(turn % ACTS)
                                .key()
                                .sign(samples.get(turn % ACTS).message())[0]));
        Rate.print(out, "Acts, one core (ballots of about 400 bytes)", rates);
    }

    private static Rate.Named verify(String name, List<Sample> samples, Verifier verifier) {
        return new Rate.Named(name, 1, turn -> {
            var sample = samples.get(turn % ACTS);
            if (!verifier.verify(sample.key().publicKey(), sample.message(), sample.signature()))
                throw new IllegalStateException("a good signature was refused by " + verifier.name());
            return turn;
        });
    }

    private static int open(Sample sample, Verifier verifier) {
        return Acts.open(Envelope.read(sample.envelope()), verifier).id().hashCode();
    }

    private static int read(Sample sample) {
        return Act.read(Envelope.read(sample.envelope()).payload()).type().hashCode();
    }

    private static List<Sample> samples() {
        var random = new Random(SEED);
        var community = Hash.of(new byte[] {1});
        var poll = Hash.of(new byte[] {2});
        return IntStream.range(0, ACTS)
                .mapToObj(number -> {
                    var key = SecretKey.generate(random);
                    var body = Json.object(Map.of("choice", List.of(List.of((long) number), List.of(7L), List.of(9L))));
                    var act =
                            Act.draft(community, key.publicKey(), "ballot.cast/1", poll, body, number, 1_900_000_000L);
                    var envelope = Acts.sign(key, act);
                    var message = Pae.encode(Act.MEDIA_TYPE, envelope.payload());
                    return new Sample(key, envelope.json(), message, envelope.signature());
                })
                .toList();
    }
}
