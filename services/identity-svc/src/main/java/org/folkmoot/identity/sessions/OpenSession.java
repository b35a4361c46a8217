// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.sessions.Scope;
import org.folkmoot.platform.sessions.Session;
import org.folkmoot.platform.sessions.SessionTokens;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Json;
import org.folkmoot.record.SignedAct;

/**
 * Opens a session for a member who signed a fresh challenge. The act asks and changes nothing, so it is not kept; that a
 * challenge is used once is what guards it against replay.
 */
@ApplicationScoped
class OpenSession {
    static final String ACT = "session.open/1";

    /** How long a session lasts. */
    static final Duration LASTS = Duration.ofMinutes(10);

    private static final Set<String> BODY = Set.of("audience", "challenge", "scopes");
    private static final Set<String> AUDIENCES =
            Set.of(SessionTokens.EVERYWHERE, "identity", "proposals", "voting", "treasury");

    private final ActDesk desk;
    private final Challenges challenges;
    private final SignTokens signTokens;
    private final Clock clock;

    OpenSession(ActDesk desk, Challenges challenges, SignTokens signTokens, Clock clock) {
        this.desk = desk;
        this.challenges = challenges;
        this.signTokens = signTokens;
        this.clock = clock;
    }

    @Transactional
    Opened handle(SignedAct signed) {
        var act = signed.act();
        var asked = Fields.exactly(act.body(), BODY);
        var audience = audience(asked);
        var scopes = scopes(asked);
        desk.check(signed);
        var now = clock.instant();
        challenges.use(act.community(), asked.text("challenge"), now);
        var until = Instant.ofEpochSecond(now.plus(LASTS).getEpochSecond());
        var session = new Session(act.community(), act.actor(), scopes, until);
        return new Opened(session, signTokens.sign(session, audience, now));
    }

    private static String audience(Fields asked) {
        var audience = asked.text("audience");
        if (!AUDIENCES.contains(audience))
            throw new Refused(new Refusal.WordsInvalid("audience", "It is one of " + sorted(AUDIENCES) + "."));
        return audience;
    }

    private static Set<Scope> scopes(Fields asked) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : asked.array("scopes").items())
            scopes.add((word instanceof Json.Str(String text) ? Scope.of(text) : Optional.<Scope>empty())
                    .orElseThrow(() -> new Refused(new Refusal.WordsInvalid(
                            "scopes", "Each is one of " + sorted(words(Set.of(Scope.values()))) + "."))));
        if (scopes.isEmpty()) throw new Refused(new Refusal.WordsInvalid("scopes", "There is none."));
        return scopes;
    }

    private static Set<String> words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }

    /** A session and the token that proves it. */
    record Opened(Session session, String token) {}
}
