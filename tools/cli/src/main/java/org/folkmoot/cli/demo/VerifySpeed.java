// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SecretKey;

/**
 * How many bare signature verifications a second this machine does, on all its cores, with nothing else to do: what the
 * rate of accepted ballots is compared with.
 */
final class VerifySpeed {
    private static final int KEYS = 512;
    private static final int MESSAGE_BYTES = 400;
    private static final long WARM_UP_NANOS = 1_000_000_000;
    private static final long MEASURED_NANOS = 1_500_000_000;

    private record Signed(PublicKey key, byte[] message, byte[] signature) {}

    private VerifySpeed() {}

    static long perSecond() {
        var random = new SecureRandom();
        var signed = InParallel.map(KEYS, index -> sign(random), Signed[]::new);
        run(signed, WARM_UP_NANOS);
        var watch = new Stopwatch();
        var verified = run(signed, MEASURED_NANOS);
        return Stopwatch.perSecond(verified, watch.nanos());
    }

    private static Signed sign(SecureRandom random) {
        var key = SecretKey.generate(random);
        var message = new byte[MESSAGE_BYTES];
        random.nextBytes(message);
        return new Signed(key.publicKey(), message, key.sign(message));
    }

    private static long run(Signed[] signed, long forNanos) {
        var cores = Runtime.getRuntime().availableProcessors();
        var verified = new AtomicLong();
        var until = System.nanoTime() + forNanos;
        IntStream.range(0, cores).parallel().forEach(core -> verified.addAndGet(runOnOneCore(signed, core, until)));
        return verified.get();
    }

    private static long runOnOneCore(Signed[] signed, int core, long until) {
        var verifier = Ed25519.fastest();
        var count = 0L;
        for (var next = core; System.nanoTime() < until; next = (next + 1) % signed.length) {
            var one = signed[next];
            if (!verifier.verify(one.key(), one.message(), one.signature()))
                throw new IllegalStateException("a good signature was refused by " + verifier.name());
            count++;
        }
        return count;
    }
}
