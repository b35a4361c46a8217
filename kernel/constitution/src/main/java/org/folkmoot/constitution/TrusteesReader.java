// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.Suite;
import org.folkmoot.sealing.Ceremony;
import org.folkmoot.sealing.Certificate;
import org.folkmoot.sealing.GroupKey;
import org.folkmoot.sealing.Point;
import org.folkmoot.sealing.SealingRefused;

/** Reads who opens sealed ballots, and computes their key from the certificate that they all signed. */
final class TrusteesReader {
    private static final int MAX_SESSION = 200;

    private TrusteesReader() {}

    static Trustees read(Section section) {
        var of = section.need("of").list();
        var points = points(of);
        var quorum = section.need("quorum");
        var count = (int) quorum.integer(1, Math.max(1, of.size()));
        var session = section.find("session").map(value -> value.words(MAX_SESSION));
        var key = section.find("certificate").flatMap(certificate -> {
            if (session.isEmpty()) {
                section.need("session");
                return Optional.empty();
            }
            return points.size() == of.size() ? key(session.get(), count, points, certificate) : Optional.empty();
        });
        section.finish();
        return new Trustees(count, of.stream().map(Value::text).toList(), key);
    }

    private static List<Point> points(List<Value> of) {
        var points = new ArrayList<Point>();
        var seen = new HashSet<Point>();
        for (var value : of) {
            point(value).ifPresent(point -> {
                if (!seen.add(point)) value.bad("This key is named before.", "", "");
                points.add(point);
            });
        }
        return points;
    }

    private static Optional<Point> point(Value value) {
        var did = value.text();
        try {
            var key = PublicKey.parse(did);
            if (key.suite() != Suite.WEBAUTHN_ES256) throw new IllegalArgumentException("a trustee has a key of P-256");
            return Optional.of(Point.decode(key.bytes()));
        } catch (IllegalArgumentException | SealingRefused e) {
            if (value.isText()) {
                value.bad("This is not a trustee's key such as did:key:zDn…: " + e.getMessage() + ".", "", "");
            }
            return Optional.empty();
        }
    }

    private static Optional<GroupKey> key(String session, int quorum, List<Point> points, Value certificate) {
        try {
            var bytes = Base64.getUrlDecoder().decode(certificate.text());
            return Optional.of(Certificate.key(new Ceremony(session, quorum, points), bytes));
        } catch (SealingRefused e) {
            certificate.bad("This is not the certificate of these trustees. " + e.reason(), "", "");
        } catch (IllegalArgumentException _) {
            if (certificate.isText()) certificate.bad("This is not base64url.", "", "");
        }
        return Optional.empty();
    }
}
