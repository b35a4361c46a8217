// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.DrawnV1;
import org.folkmoot.contracts.RoleGrantedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

/** Those who were drawn by lot get the role that the draw was for. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DrawnTest {
    private static final Person ANNA = Person.named("Anna");
    private static final Person BEN = Person.named("Ben");
    private static final Person CARA = Person.named("Cara");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(90));

    @Test
    void everybodyWhoWasDrawnGetsTheRoleOnceHoweverOftenThatIsTold() {
        var community = founded("Drawn");
        var drawn = drawn(community, "juror", UNTIL, ANNA, BEN);
        var id = UUID.randomUUID();
        Facts.tell(drawn, id);
        Facts.tell(drawn, id);
        Facts.tell(drawn, UUID.randomUUID());
        var later = drawn(community, "juror", UNTIL, CARA);
        Facts.tell(later, UUID.randomUUID());

        Facts.await(community, ActionEnactedV1.class, later.enactment());
        var facts = Facts.of(community);
        assertThat(facts.stream().filter(RoleGrantedV1.class::isInstance).map(RoleGrantedV1.class::cast))
                .extracting(RoleGrantedV1::member, RoleGrantedV1::position, RoleGrantedV1::until, RoleGrantedV1::cause)
                .containsExactly(
                        tuple(id(ANNA, community), 2L, UNTIL, drawn.enactment()),
                        tuple(id(BEN, community), 3L, UNTIL, drawn.enactment()),
                        tuple(id(CARA, community), 4L, UNTIL, later.enactment()));
        var enacted = Facts.await(community, ActionEnactedV1.class, drawn.enactment());
        assertThat(enacted.result()).isEqualTo(drawn.draw());
        assertThat(enacted.actionIndex()).isEqualTo(drawn.actionIndex());
        assertThat(facts.stream().filter(ActionEnactedV1.class::isInstance)).hasSize(2);
        Api.get(Api.members(community) + "/" + id(BEN, community) + "/roles")
                .statusCode(200)
                .body("roles[0].role", equalTo("juror"));
    }

    @Test
    void whoHasLeftGetsNothingAndTheOthersDo() {
        var community = founded("Left");
        var removal = Orders.tell(community, Orders.remove(BEN.in(community)));
        Facts.await(community, ActionEnactedV1.class, removal.enactment());
        var drawn = drawn(community, "juror", UNTIL, BEN, ANNA);
        Facts.tell(drawn, UUID.randomUUID());

        Facts.await(community, ActionEnactedV1.class, drawn.enactment());
        assertThat(Facts.of(community).stream().filter(RoleGrantedV1.class::isInstance))
                .extracting(granted -> ((RoleGrantedV1) granted).member())
                .containsExactly(id(ANNA, community));
    }

    @Test
    void whatCannotBeGivenFailsAndSaysWhy() {
        var community = founded("Failing");
        var removal = Orders.tell(community, Orders.remove(BEN.in(community)));
        Facts.await(community, ActionEnactedV1.class, removal.enactment());

        assertThat(failed(community, drawn(community, "jurist", UNTIL, ANNA))).isEqualTo("role-unknown");
        assertThat(failed(community, drawn(community, "juror", NOW.minusMillis(1), ANNA)))
                .isEqualTo("term-over");
        assertThat(failed(community, drawn(community, "juror", UNTIL, BEN))).isEqualTo("nobody-left");
        Api.get(Api.members(community) + "/" + id(ANNA, community) + "/roles").body("roles", hasSize(0));
    }

    private static String failed(Hash community, DrawnV1 drawn) {
        Facts.tell(drawn, UUID.randomUUID());
        return Facts.await(community, ActionFailedV1.class, drawn.enactment()).reason();
    }

    private static Hash founded(String name) {
        var roles = Map.of("juror", Map.of("term", "P90D"));
        return Api.founded(ANNA.found(name, Rules.with(Rules.of(name), "roles", roles), BEN, CARA));
    }

    private static DrawnV1 drawn(Hash community, String role, Instant until, Person... panel) {
        return new DrawnV1(
                community.hex(),
                random(),
                random(),
                1,
                1,
                random(),
                1,
                random(),
                role,
                until,
                Arrays.stream(panel).map(person -> id(person, community)).toList(),
                NOW);
    }

    private static String id(Person person, Hash community) {
        return person.in(community).hex();
    }

    private static String random() {
        return Hash.of(UUID.randomUUID().toString().getBytes(UTF_8)).hex();
    }
}
