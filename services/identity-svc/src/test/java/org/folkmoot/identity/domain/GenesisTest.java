// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Malformed;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.Test;

class GenesisTest {
    private static final Plugins PLUGINS = Plugins.installed();
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");

    @Test
    void aGenesisIsRead() {
        var genesis = read(saying("Skerry", "Skerry", List.of(ANNA.did(), BO.did())));

        assertThat(genesis.name()).isEqualTo("Skerry");
        assertThat(genesis.constitution()).isEqualTo(Samples.constitution("Skerry"));
        assertThat(genesis.founders()).containsExactly(ANNA.publicKey(), BO.publicKey());
    }

    @Test
    void whoSignsIsAFounder() {
        refused(saying("Skerry", "Skerry", List.of(BO.did())), new Refusal.SignerNotFounder(ANNA.did()));
    }

    @Test
    void theNameIsTheConstitutions() {
        refused(saying("Island", "Skerry", List.of(ANNA.did())), new Refusal.NameMismatch("Island", "Skerry"));
    }

    @Test
    void nobodyIsAFounderTwice() {
        refused(
                saying("Skerry", "Skerry", List.of(ANNA.did(), ANNA.did())),
                new Refusal.FoundersInvalid(ANNA.did() + " is listed twice."));
    }

    @Test
    void thereAreNotMoreFoundersThanAnEventCarries() {
        var many = Person.many("founder", Genesis.MOST_FOUNDERS + 1).stream()
                .map(Person::did)
                .toList();

        refused(
                saying("Skerry", "Skerry", many),
                new Refusal.FoundersInvalid("There are 1 to 1000 founders, not 1001."));
    }

    @Test
    void aFoundersKeyCanSign() {
        refused(
                saying("Skerry", "Skerry", List.of(ANNA.did(), Samples.WEAK.did())),
                new Refusal.KeyInvalid(Samples.WEAK.did(), Optional.empty()));
    }

    @Test
    void aFounderIsAKey() {
        assertThatThrownBy(() -> read(saying("Skerry", "Skerry", List.of(7)))).isInstanceOf(Malformed.class);
    }

    private static Saying saying(String name, String inRules, List<?> founders) {
        return ANNA.says(Hash.ZERO, Genesis.ACT)
                .with("constitution", Samples.constitution(inRules).json())
                .with("founders", founders)
                .with("name", name);
    }

    private static Genesis read(Saying saying) {
        return Genesis.read(saying.act(), PLUGINS);
    }

    private static void refused(Saying saying, Refusal refusal) {
        assertThatThrownBy(() -> read(saying))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
