// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final Hash ROLL = Hash.of("lines".getBytes(UTF_8));
    private static final Registration THREE = new Registration(3, ROLL);

    @Test
    void whatWasSignedForIsTaken() {
        assertThatCode(() -> THREE.check(3, ROLL)).doesNotThrowAnyException();
    }

    @Test
    void fewerOrMoreAreRefused() {
        refused(() -> THREE.check(2, ROLL), new Refusal.CountMismatch(3, 2));
        refused(() -> THREE.check(4, ROLL), new Refusal.CountMismatch(3, 4));
        refused(() -> THREE.checkNotAbove(4), new Refusal.CountMismatch(3, 4));
        assertThatCode(() -> THREE.checkNotAbove(3)).doesNotThrowAnyException();
    }

    @Test
    void otherLinesAreRefused() {
        refused(() -> THREE.check(3, Hash.ZERO), new Refusal.RollMismatch(ROLL, Hash.ZERO));
    }

    @Test
    void oneActAdmitsSomebodyAndNotTooMany() {
        refused(() -> new Registration(0, ROLL), new Refusal.CountInvalid(0, Registration.MOST));
        refused(
                () -> new Registration(Registration.MOST + 1, ROLL),
                new Refusal.CountInvalid(Registration.MOST + 1, Registration.MOST));
    }

    @Test
    void aLineIsOneKey() {
        var bo = Person.named("bo");

        assertThat(Newcomer.read(line(bo.did()), 2)).isEqualTo(new Newcomer(bo.publicKey()));
    }

    @Test
    void aLineWithAKeyThatCannotSignIsRefused() {
        var key = Samples.WEAK.did();

        refused(() -> Newcomer.read(line(key), 7), new Refusal.KeyInvalid(key, Optional.of(7L)));
    }

    private static byte[] line(String key) {
        return ("{\"key\":\"" + key + "\"}").getBytes(UTF_8);
    }

    private static void refused(ThrowingCallable call, Refusal refusal) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
