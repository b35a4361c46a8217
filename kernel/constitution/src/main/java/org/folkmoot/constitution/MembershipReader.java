// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.List;
import org.folkmoot.constitution.Membership.Challenge;
import org.folkmoot.constitution.Membership.Joins;
import org.folkmoot.constitution.Membership.Term;
import org.folkmoot.policy.Fraction;
import org.folkmoot.record.PasskeyRules;

/** Reads the sections about members: what holds for all of them, their roles and their passkeys. */
final class MembershipReader {
    private static final long MOST = 1_000_000_000;
    private static final int MOST_OBJECTIONS = 1_000;
    private static final int MOST_PLACES = 16;

    private MembershipReader() {}

    static Membership membership(Section section) {
        var roll = section.find("roll")
                .map(value -> value.oneOf(Membership.Roll.class))
                .orElse(Membership.Roll.PUBLIC);
        var coolDown = section.find("coolDown").map(Value::duration).orElse(Duration.ZERO);
        var joins = section.find("joins").map(value -> joins(value.section()));
        var challenge = section.find("challenge").map(value -> challenge(value.section()));
        var term = section.find("term").map(value -> term(value.section()));
        var appeal = section.find("appeal").map(MembershipReader::positive);
        section.finish();
        return new Membership(roll, coolDown, joins, challenge, term, appeal);
    }

    private static Joins joins(Section section) {
        var period = positive(section.need("period"));
        var members = section.find("members").map(value -> value.integer(1, MOST));
        var share = section.find("share").map(MembershipReader::share);
        section.finish();
        if (members.isEmpty() && share.isEmpty()) {
            section.need("members");
        }
        return new Joins(period, members, share);
    }

    private static Fraction share(Value value) {
        var share = value.fraction();
        if (share.compareTo(Fraction.of(1, 1)) > 0) {
            value.bad("A share is at most the whole.", "1/10", "");
        }
        return share;
    }

    private static Challenge challenge(Section section) {
        var window = positive(section.need("window"));
        var objections = (int) section.need("objections").integer(1, MOST_OBJECTIONS);
        section.finish();
        return new Challenge(window, objections);
    }

    private static Term term(Section section) {
        var lasts = positive(section.need("lasts"));
        var window = section.need("renewal");
        var renewal = positive(window);
        section.finish();
        if (renewal.compareTo(lasts) > 0) {
            window.bad("A membership is renewed within its term.", "P30D", "");
        }
        return new Term(lasts, renewal);
    }

    private static Duration positive(Value value) {
        var duration = value.duration();
        if (duration.isZero()) {
            value.bad("This takes some time.", "P7D", "");
        }
        return duration;
    }

    static Role role(String name, Section section) {
        var title = section.find("title")
                .map(value -> value.words(SectionsReader.MAX_NAME))
                .orElse(name);
        var term = section.find("term").map(MembershipReader::positive);
        section.finish();
        return new Role(name, title, term);
    }

    static PasskeyRules passkeys(Section section) {
        var origins = places(section.need("origins"));
        var rpIds = places(section.need("rpIds"));
        var verification = section.find("userVerification").map(Value::truth).orElse(true);
        section.finish();
        return new PasskeyRules(origins, rpIds, verification);
    }

    private static List<String> places(Value value) {
        var places = value.texts();
        if (places.size() > MOST_PLACES) {
            value.bad("There are more than " + MOST_PLACES + " entries.", "", "");
        }
        return places;
    }
}
