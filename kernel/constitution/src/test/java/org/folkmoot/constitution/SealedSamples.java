// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.record.PublicKey;
import org.folkmoot.sealing.Ceremony;
import org.folkmoot.sealing.Certificate;
import org.folkmoot.sealing.Point;
import org.folkmoot.sealing.Scalars;

/** Constitutions with sealed ballots, and the trustees that they name. */
public final class SealedSamples {
    private static final String TEXT = """
            folkmoot: 1
            name: Sealed
            admission: { model: registrar, of: founders }
            bodies:
              citizens: { who: "true", power: equal }
              council: { who: "member.founder", power: equal }
              moving: { who: "true", power: equal, changes: recount }
              delegating: { who: "true", power: equal, delegation: {} }
            policies:
              - name: everything
                applies: "true"
                body: citizens
                ballot: { method: for-against-abstain, revote: last, secrecy: sealed }
                quorum: { count: [for, against, abstain], of: roll, atLeast: 1/4 }
                approval: { count: [for], of: [for, against], atLeast: 2/3 }
                timing: { delay: P2D, period: P14D, timelock: P2D, expires: P14D }
            """;

    private SealedSamples() {}

    /** The sample with a piece of it replaced, and some trustees. */
    public static String with(String piece, String by, String trustees) {
        if (!TEXT.contains(piece)) throw new IllegalArgumentException(piece);
        return TEXT.replace(piece, by) + trustees;
    }

    /** Some trustees who have made a key. */
    public static String trustees(int quorum, int of) {
        var random = new Random(quorum * 100L + of);
        var secrets = Stream.generate(() -> Scalars.random(random)).limit(of).toList();
        var ceremony =
                new Ceremony("test", quorum, secrets.stream().map(Point::base).toList());
        return section(ceremony) + "  session: test\n  certificate: " + certificate(ceremony, secrets, random) + "\n";
    }

    /** Some trustees who have not made a key. */
    public static String trusteesWithoutKey() {
        var random = new Random(1);
        var keys = Stream.generate(() -> Point.base(Scalars.random(random)))
                .limit(3)
                .toList();
        return section(new Ceremony("test", 2, keys));
    }

    private static String section(Ceremony ceremony) {
        var keys = ceremony.trustees().stream()
                .map(point -> new PublicKey(point.bytes()).did())
                .toList();
        return "trustees:\n  quorum: " + ceremony.quorum() + "\n  of: [" + String.join(", ", keys) + "]\n";
    }

    private static String certificate(Ceremony ceremony, List<BigInteger> secrets, Random random) {
        var deals =
                secrets.stream().map(secret -> ceremony.deal(secret, random)).toList();
        var signatures =
                secrets.stream().map(secret -> ceremony.sign(secret, deals)).toList();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Certificate.of(ceremony, deals, signatures));
    }
}
