// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.folkmoot.policy.Credential;
import org.folkmoot.policy.Evidence;
import org.folkmoot.record.Hash;

/** What is known here about an applicant who asked, looked up when a rule asks for it. */
record StoredEvidence(Instant at, Application application, Set<String> founders, Sources sources) implements Evidence {
    @Override
    public String signer() {
        return application.key().did();
    }

    @Override
    public boolean founder(String key) {
        return founders.contains(key);
    }

    @Override
    public boolean decided() {
        return sources.elections().elected(application.community(), application.applicant());
    }

    @Override
    public List<Vouch> vouches(String member) {
        return sources.voices().vouches(application.community(), Hash.parse(member));
    }

    @Override
    public List<Attestation> attestations() {
        return sources.voices().attestations(application.community(), application.applicant());
    }

    @Override
    public BigInteger balance(String asset) {
        return sources.balances().of(application.community(), application.applicant(), asset);
    }

    @Override
    public List<Recognition> recognitions() {
        return sources.recognitions().of(application);
    }

    @Override
    public List<Credential> credentials() {
        return sources.credentials().of(application);
    }
}
