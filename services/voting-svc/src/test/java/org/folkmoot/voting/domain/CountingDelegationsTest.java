// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountingDelegationsTest {
    private static final Instant OPENS = Instant.parse("2026-01-01T00:00:00Z");
    private static final Hash ANN = Hash.of("Ann".getBytes(UTF_8));
    private static final Hash BEN = Hash.of("Ben".getBytes(UTF_8));
    private static final Hash CAT = Hash.of("Cat".getBytes(UTF_8));
    private static final Scope POLL = new Scope.OfPoll(Hash.ZERO);
    private static final Scope POLICY = new Scope.OfPolicy("parks");
    private static final Scope BODY = new Scope.OfBody();
    private static final List<Scope> SCOPES = List.of(POLL, POLICY, BODY);
    private static final Map<Scope, Instant> AT_THE_OPENING = Map.of(POLICY, OPENS, BODY, OPENS);

    private long number;

    @Test
    void theNarrowestCounts() {
        var counting = new CountingDelegations(SCOPES, Map.of());
        var wide = said(ANN, BODY, at(1), Optional.empty());
        var narrow = said(ANN, POLICY, at(2), Optional.empty());

        counting.take(narrow);
        counting.take(wide);

        assertThat(counting.of(ANN)).contains(narrow.made());
        counting.take(new Said(said(ANN, POLICY, at(3), Optional.empty()).made(), true));
        assertThat(counting.of(ANN)).contains(wide.made());
    }

    @Test
    void otherScopesDoNotConcernIt() {
        var counting = new CountingDelegations(SCOPES, Map.of());

        assertThat(counting.take(said(ANN, new Scope.OfTopic("sea"), at(1), Optional.empty())))
                .isFalse();
        assertThat(counting.of(ANN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void whatHoldsUntilAMomentEndsAtIt(long millis, boolean ended) {
        var counting = new CountingDelegations(SCOPES, Map.of());
        counting.take(said(ANN, BODY, at(-5), Optional.of(at(10 + millis))));

        var whose = counting.end(at(10));

        assertThat(whose).hasSize(ended ? 1 : 0);
        assertThat(counting.of(ANN).isEmpty()).isEqualTo(ended);
    }

    @Test
    void whatWasReplacedDoesNotEndAnyMore() {
        var counting = new CountingDelegations(SCOPES, Map.of());
        counting.take(said(ANN, BODY, at(1), Optional.of(at(10))));
        var later = said(ANN, BODY, at(2), Optional.of(at(20)));
        counting.take(later);

        assertThat(counting.nextEnd()).contains(at(20));
        assertThat(counting.end(at(19))).isEmpty();
        assertThat(counting.of(ANN)).contains(later.made());
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void whatIsSaidAtTheOpeningIsTooLateForIt(long millis, boolean counts) {
        var counting = new CountingDelegations(SCOPES, AT_THE_OPENING);

        counting.take(said(ANN, BODY, at(millis), Optional.empty()));

        assertThat(counting.of(ANN).isPresent()).isEqualTo(counts);
    }

    /** What held at the opening counts until the close, whenever it ends. */
    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void whatEndsAtTheOpeningHeldAtIt(long millis, boolean counts) {
        var counting = new CountingDelegations(SCOPES, AT_THE_OPENING);

        counting.take(said(ANN, BODY, at(-9), Optional.of(at(millis))));

        assertThat(counting.nextEnd()).isEmpty();
        assertThat(counting.of(ANN).isPresent()).isEqualTo(counts);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aCourseComesToWhatHeldJustBeforeEachMoment(long seed) {
        var random = new Random(seed);
        var fixed = random.nextBoolean() ? AT_THE_OPENING : Map.<Scope, Instant>of();
        var counting = new CountingDelegations(SCOPES, fixed);
        var all = new ArrayList<Said>();
        var now = at(-50);
        for (var i = 0; i < 200; i++) {
            now = now.plusMillis(1 + random.nextInt(3));
            for (var end = counting.nextEnd(); end.filter(now::isAfter).isPresent(); end = counting.nextEnd())
                counting.end(end.get());
            for (var member : now.isBefore(OPENS) ? List.<Hash>of() : List.of(ANN, BEN, CAT))
                assertThat(counting.of(member)).as("%s at %s", member, now).isEqualTo(held(all, fixed, member, now));
            var said = random(random, now);
            all.add(said);
            counting.take(said);
        }
    }

    private Said random(Random random, Instant now) {
        var until =
                random.nextBoolean() ? Optional.of(now.plusMillis(1 + random.nextInt(30))) : Optional.<Instant>empty();
        var member = List.of(ANN, BEN, CAT).get(random.nextInt(3));
        var made = said(member, SCOPES.get(random.nextInt(3)), now, until);
        return new Said(made.made(), random.nextInt(4) == 0);
    }

    /** The rule as it is written: of each scope the last word before its moment, if it holds until it. */
    private static Optional<Made> held(List<Said> all, Map<Scope, Instant> fixed, Hash member, Instant now) {
        for (var scope : SCOPES) {
            var fixedAt = fixed.getOrDefault(scope, now);
            var moment = fixedAt.isBefore(now) ? fixedAt : now;
            Predicate<Said> before = said -> said.made().principal().equals(member)
                    && said.made().scope().equals(scope)
                    && said.made().since().isBefore(moment);
            var last = all.stream().filter(before).reduce((_, later) -> later);
            var holds = last.filter(said -> !said.ends())
                    .map(Said::made)
                    .filter(made -> made.until().filter(moment::isAfter).isEmpty());
            if (holds.isPresent()) return holds;
        }
        return Optional.empty();
    }

    private static Instant at(long millis) {
        return OPENS.plusMillis(millis);
    }

    private Said said(Hash principal, Scope scope, Instant since, Optional<Instant> until) {
        var to = new LinkedHashMap<>(Map.of(CAT, 1L));
        return new Said(new Made(++number, principal, "commons", scope, to, since, until, Hash.ZERO), false);
    }
}
