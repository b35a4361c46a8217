// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.trustees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.cli.Typed;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Trustees;
import org.folkmoot.sealing.GroupKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three trustees on three machines, who send each other files. */
class TrusteeCommandTest {
    private static final String CONSTITUTION = """
            folkmoot: 1
            name: Skerry
            admission: { model: registrar, of: founders }
            bodies:
              members: { who: "true", power: equal }
            policies:
              - name: everything
                applies: "true"
                body: members
                ballot: { method: for-against-abstain, revote: last, secrecy: sealed }
                quorum: { count: [for, against, abstain], of: roll, atLeast: 1/4 }
                approval: { count: [for], of: [for, against], atLeast: 2/3 }
                timing: { delay: P2D, period: P14D, timelock: P2D, expires: P14D }
            """;

    @TempDir
    private Path folder;

    @Test
    void makeAKeyThatAConstitutionTakes() throws IOException {
        var file = folder.resolve("constitution.yaml");
        Files.writeString(file, CONSTITUTION + certificate(messages()).out());

        var checked = Typed.run("constitution", "check", file.toString());

        assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
    }

    @Test
    void eachKeepsAShareThatFitsTheKey() throws IOException {
        var section = certificate(messages()).out();
        var constitution = Constitution.read((CONSTITUTION + section).getBytes(UTF_8));
        GroupKey key = constitution.trustees().flatMap(Trustees::key).orElseThrow();

        for (var name : List.of("tom", "una", "vic"))
            assertThat(new TrusteeKeys(keys(name)).share(name, key)).isPresent();
    }

    @Test
    void nobodyElseReadsAKey() throws IOException {
        did("tom");

        var rights = Files.getPosixFilePermissions(keys("tom").resolve("tom.trustee.json"));
        assertThat(PosixFilePermissions.toString(rights)).isEqualTo("rw-------");
    }

    @Test
    void nothingIsCertifiedThatOneOfThemDidNotSign() throws IOException {
        var messages = messages();
        messages.remove(folder.resolve("vic.signature").toString());

        var refused = certificate(messages);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).startsWith("The signature of did:key:zDn").contains("is missing.");
    }

    @Test
    void partsOfAnotherSessionAreRefused() throws IOException {
        var dids = List.of(did("tom"), did("una"), did("vic"));
        deal("tom", "one", dids);
        deal("una", "one", dids);
        deal("vic", "another", dids);

        var refused = Typed.run(
                "trustee",
                "sign",
                "--as",
                "tom",
                "--keys",
                keys("tom").toString(),
                file("tom.deal"),
                file("una.deal"),
                file("vic.deal"));

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("These files are not of one and the same making of a key.");
    }

    @Test
    void whoIsNotATrusteeGivesNoPart() {
        var dids = List.of(did("tom"), did("una"));
        did("eve");

        var refused = typedDeal("eve", "one", dids);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("The key of eve is not among those of the trustees.");
    }

    private List<String> messages() throws IOException {
        var names = List.of("tom", "una", "vic");
        var dids = names.stream().map(this::did).toList();
        var messages = new ArrayList<String>();
        for (var name : names) messages.add(deal(name, "Skerry 2026", dids));
        for (var name : names) {
            var words = new ArrayList<>(List.of(
                    "trustee", "sign", "--as", name, "--keys", keys(name).toString()));
            words.addAll(List.of(file("tom.deal"), file("una.deal"), file("vic.deal")));
            var signed = Typed.run(words.toArray(String[]::new));
            assertThat(signed.code()).as(signed.err()).isZero();
            Files.writeString(folder.resolve(name + ".signature"), signed.out());
            messages.add(file(name + ".signature"));
        }
        return messages;
    }

    private static Typed certificate(List<String> messages) {
        var words = new ArrayList<>(List.of("trustee", "certificate"));
        words.addAll(messages);
        return Typed.run(words.toArray(String[]::new));
    }

    private String did(String name) {
        return Typed.run("trustee", "key", name, "--keys", keys(name).toString())
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private String deal(String name, String session, List<String> dids) throws IOException {
        var dealt = typedDeal(name, session, dids);
        assertThat(dealt.code()).as(dealt.err()).isZero();
        Files.writeString(folder.resolve(name + ".deal"), dealt.out());
        return file(name + ".deal");
    }

    private Typed typedDeal(String name, String session, List<String> dids) {
        return Typed.run(
                "trustee",
                "deal",
                "--as",
                name,
                "--keys",
                keys(name).toString(),
                "--session",
                session,
                "--quorum",
                "2",
                "--of",
                String.join(",", dids));
    }

    private Path keys(String name) {
        return folder.resolve("keys-" + name);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
