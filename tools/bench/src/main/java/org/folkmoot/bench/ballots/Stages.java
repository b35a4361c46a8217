// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.BouncyVerifier;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Pae;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SecretKey;
import org.folkmoot.record.Verifier;

/**
 * What the stages of a ballot cost when they are called directly, in nanoseconds of processor time.
 *
 * @param verify a bare verification by the provider that the services were told to use
 * @param bare what that costs before anything else happens
 * @param library the same by the library of Bouncy Castle alone, without our refusal of what other libraries refuse
 * @param parse from the bytes of a request to an act, without its signature
 */
record Stages(String provider, Work verify, Bare bare, long library, long parse) {
    private static final int BALLOTS = 1_024;
    private static final int TURNS = 1_000;
    private static final long SEED = 20_261_126;

    private record Sample(PublicKey key, byte[] envelope, byte[] message, byte[] signature) {}

    /** Measures them, with nothing else to do. */
    static Stages measure(boolean fastest) {
        var samples = samples();
        Verifier verifier = fastest ? Ed25519.fastest() : new BouncyVerifier();
        Work verify = turn -> {
            var sample = samples[turn % BALLOTS];
            if (!verifier.verify(sample.key(), sample.message(), sample.signature()))
                throw new IllegalStateException("a good signature was refused by " + verifier.name());
            return turn;
        };
        Work library = turn -> {
            var sample = samples[turn % BALLOTS];
            byte[] key = sample.key().bytes();
            byte[] message = sample.message();
            return org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                            sample.signature(), 0, key, 0, message, 0, message.length)
                    ? 1
                    : 0;
        };
        Work parse = turn ->
                (int) Act.read(Envelope.read(samples[turn % BALLOTS].envelope()).payload())
                        .seq();
        return new Stages(
                verifier.name(),
                verify,
                Bare.of(verify),
                Work.cpuNanos(library, TURNS),
                Work.cpuNanos(parse, 4 * TURNS));
    }

    private static Sample[] samples() {
        var random = new Random(SEED);
        var community = Hash.of(new byte[] {1});
        var poll = Hash.of(new byte[] {2});
        var until = Instant.EPOCH.plusSeconds(1_900_000_000L).getEpochSecond();
        return IntStream.range(0, BALLOTS)
                .mapToObj(number -> {
                    var key = SecretKey.generate(random);
                    var body = Json.object(Map.of("choice", "for"));
                    var act = Act.draft(
                            community, key.publicKey(), "ballot.cast/1", poll, body, (1L << 52) + number, until);
                    var envelope = Acts.sign(key, act);
                    var message = Pae.encode(Act.MEDIA_TYPE, envelope.payload());
                    return new Sample(key.publicKey(), envelope.json(), message, envelope.signature());
                })
                .toArray(Sample[]::new);
    }
}
