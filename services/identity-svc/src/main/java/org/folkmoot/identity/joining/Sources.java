// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.identity.Elections;

/** Where what is known about an applicant is kept. */
@ApplicationScoped
class Sources {
    private final VoiceStore voices;
    private final CredentialStore credentials;
    private final RecognitionStore recognitions;
    private final BalanceStore balances;
    private final Elections elections;

    Sources(
            VoiceStore voices,
            CredentialStore credentials,
            RecognitionStore recognitions,
            BalanceStore balances,
            Elections elections) {
        this.elections = elections;
        this.voices = voices;
        this.credentials = credentials;
        this.recognitions = recognitions;
        this.balances = balances;
    }

    VoiceStore voices() {
        return voices;
    }

    CredentialStore credentials() {
        return credentials;
    }

    RecognitionStore recognitions() {
        return recognitions;
    }

    BalanceStore balances() {
        return balances;
    }

    Elections elections() {
        return elections;
    }

    /** A decided application needs no longer what came with it; what others said of a person stays. */
    void drop(Application application) {
        credentials.drop(application);
        recognitions.drop(application);
    }
}
