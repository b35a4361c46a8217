// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Credential;
import org.folkmoot.policy.Evidence;

/** A third party's gate. What it wants to know is looked up by the thread that asks it. */
final class FencedAdmission<S extends Record> extends FencedPlugin<S> implements AdmissionRule<S> {
    private final AdmissionRule<S> rule;

    FencedAdmission(AdmissionRule<S> rule, Made made, Fence fence) {
        super(made, fence);
        this.rule = rule;
    }

    @Override
    public Admission judge(Applicant applicant, Evidence evidence, S settings) {
        return fence().ask(
                        fence().limits().call(),
                        Unusable.class,
                        errands -> Answers.admission(rule.judge(applicant, new Fetched(evidence, errands), settings)));
    }

    private record Fetched(Evidence evidence, Errands errands) implements Evidence {
        @Override
        public Instant at() {
            return errands.run(evidence::at);
        }

        @Override
        public String signer() {
            return errands.run(evidence::signer);
        }

        @Override
        public boolean founder(String key) {
            return errands.run(() -> evidence.founder(key));
        }

        @Override
        public boolean decided() {
            return errands.run(evidence::decided);
        }

        @Override
        public List<Vouch> vouches(String member) {
            return errands.run(() -> evidence.vouches(member));
        }

        @Override
        public List<Attestation> attestations() {
            return errands.run(evidence::attestations);
        }

        @Override
        public List<Credential> credentials() {
            return errands.run(evidence::credentials);
        }

        @Override
        public BigInteger balance(String asset) {
            return errands.run(() -> evidence.balance(asset));
        }

        @Override
        public List<Recognition> recognitions() {
            return errands.run(evidence::recognitions);
        }
    }
}
