// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final Plugins PLUGINS = Plugins.installed();
    private static final Constitution IN_FORCE = Samples.constitution("Skerry");
    private static final Person BO = Person.named("bo");

    @Test
    void anAdmissionIsRead() {
        assertThat(read(Map.of("type", "member.add", "key", BO.did()))).isEqualTo(new Change.Add(BO.publicKey()));
    }

    @Test
    void aRemovalIsRead() {
        var member = BO.in(Hash.ZERO);

        assertThat(read(Map.of("type", "member.remove", "member", member.hex())))
                .isEqualTo(new Change.Remove(member));
    }

    @Test
    void anAmendmentIsRead() {
        var next = Samples.constitution("Island");

        assertThat(read(amendment(IN_FORCE.hash(), next))).isEqualTo(new Change.Amend(next));
    }

    @Test
    void anAmendmentBySomeChangesIsRead() {
        var patch = List.of(Map.of("op", "replace", "path", "/name", "value", "Island"));

        assertThat(read(patch(IN_FORCE.hash(), patch))).isEqualTo(new Change.Amend(Samples.constitution("Island")));
    }

    @Test
    void changesToOtherRulesThanThoseInForceCannotBe() {
        var patch = List.of(Map.of("op", "replace", "path", "/name", "value", "Island"));

        refused(patch(Hash.ZERO, patch), "base-mismatch");
    }

    @Test
    void changesThatCannotBeMadeCannotBe() {
        refused(patch(IN_FORCE.hash(), List.of(Map.of("op", "remove", "path", "/roles"))), "constitution-refused");
    }

    @Test
    void changesToRulesThatDoNotWorkCannotBe() {
        refused(patch(IN_FORCE.hash(), List.of(Map.of("op", "remove", "path", "/bodies"))), "constitution-refused");
    }

    @Test
    void anAmendmentOfOtherRulesThanThoseInForceCannotBe() {
        refused(amendment(Hash.ZERO, Samples.constitution("Island")), "base-mismatch");
    }

    @Test
    void anAmendmentToTheRulesInForceCannotBe() {
        refused(amendment(IN_FORCE.hash(), IN_FORCE), "constitution-unchanged");
    }

    @Test
    void aKeyThatCannotSignCannotJoin() {
        refused(Map.of("type", "member.add", "key", Samples.WEAK.did()), "key-invalid");
    }

    @Test
    void anActionWithMoreThanItsKindHasCannotBe() {
        refused(Map.of("type", "member.add", "key", BO.did(), "role", "chair"), "action-invalid");
    }

    @Test
    void onlySomeActionsAreEnactedHere() {
        assertThat(concerns(Map.of("type", "member.add"))).isTrue();
        assertThat(concerns(Map.of("type", "member.remove"))).isTrue();
        assertThat(concerns(Map.of("type", "constitution.amend"))).isTrue();
        assertThat(concerns(Map.of("type", "treasury.transfer"))).isFalse();
        assertThat(concerns(Map.of("type", 1))).isFalse();
        assertThat(concerns(Map.of())).isFalse();
    }

    private static boolean concerns(Map<String, ?> action) {
        return Change.concerns(Json.object(action));
    }

    private static Map<String, Object> amendment(Hash base, Constitution next) {
        return Map.of("type", "constitution.amend", "base", base.hex(), "constitution", next.json());
    }

    private static Map<String, Object> patch(Hash base, List<?> patch) {
        return Map.of("type", "constitution.amend", "base", base.hex(), "patch", patch);
    }

    private static Change read(Map<String, ?> action) {
        return Change.read(Json.object(action), IN_FORCE, PLUGINS);
    }

    private static void refused(Map<String, ?> action, String reason) {
        assertThatThrownBy(() -> read(action))
                .isInstanceOfSatisfying(
                        CannotEnact.class,
                        refused -> assertThat(refused.failed().reason()).isEqualTo(reason));
    }
}
