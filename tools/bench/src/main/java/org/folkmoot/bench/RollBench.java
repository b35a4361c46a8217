// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.house.Home;
import org.folkmoot.cli.house.House;
import org.folkmoot.cli.house.Options;
import org.folkmoot.cli.members.RollFile;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SecretKey;

/**
 * What it costs to register a million members in one stream with identity-svc, on a PostgreSQL of its own, beside the bare
 * verification of as many signatures. Then reads members one by one, from the first to the last.
 */
final class RollBench {
    private static final int MEMBERS = 1_000_000;
    private static final int READ = 2_000;
    private static final int BATCH = 50_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final PrintStream out;

    private RollBench(PrintStream out) {
        this.out = out;
    }

    static void run(PrintStream out) {
        new RollBench(out).run();
    }

    private void run() {
        try (var house = House.start(Options.throwAway(Home.find()).withServices(List.of("identity")), out::println);
                var api = new Api()) {
            out.println("Making " + MEMBERS + " keys …");
            var some = new ArrayList<PublicKey>();
            try (var roll = RollFile.of(keys(some))) {
                var identity = house.url("identity");
                var founder = SecretKey.generate(new SecureRandom());
                var community = new LargeRoll(api, identity, founder, Duration.ofHours(1), Duration.ofDays(1));
                out.println("Registering them …");
                var verify = verify();
                var register = new Rate("register a member, in one stream", register(community, roll));
                var read = new Rate(
                        "read a member over HTTP, one after the other",
                        read(api, identity, community.community(), some));
                Rate.print(out, "A roll of " + MEMBERS + " members", verify, register, read);
            }
        }
    }

    /** The keys of all members; some of them are kept. */
    private static Stream<String> keys(List<PublicKey> kept) {
        var random = new SecureRandom();
        return IntStream.range(0, MEMBERS / BATCH).boxed().flatMap(_ -> {
            var keys = IntStream.range(0, BATCH)
                    .parallel()
                    .mapToObj(_ -> SecretKey.generate(random).publicKey())
                    .toList();
            kept.addAll(keys.subList(0, READ / (MEMBERS / BATCH)));
            return keys.stream().map(PublicKey::did);
        });
    }

    private static Rate verify() {
        var key = SecretKey.generate(new SecureRandom());
        var message = "a message of the usual length of an act, as far as verification is concerned".getBytes(US_ASCII);
        var signature = key.sign(message);
        var verifier = Ed25519.fastest();
        return Rate.sideBySide(new Rate.Named(
                "verify a signature, " + verifier.name(),
                1,
                _ -> verifier.verify(key.publicKey(), message, signature) ? 1 : 0))[0];
    }

    private static long register(LargeRoll community, RollFile roll) {
        var act = community.sign(community.community(), "member.register/1", roll.body());
        var from = System.nanoTime();
        var answer = community.register(roll, act);
        var took = System.nanoTime() - from;
        if (answer.path("added").asInt() != MEMBERS) throw new IllegalStateException("not all joined: " + answer);
        return perSecond(MEMBERS, took);
    }

    private static long read(Api api, URI identity, Hash community, List<PublicKey> some) {
        var from = System.nanoTime();
        for (var key : some)
            api.get(identity, "/v1/communities/" + community + "/members/" + MemberIds.of(community, key));
        return perSecond(some.size(), System.nanoTime() - from);
    }

    private static long perSecond(long count, long nanos) {
        return count * NANOS_PER_SECOND / Math.max(1, nanos);
    }
}
