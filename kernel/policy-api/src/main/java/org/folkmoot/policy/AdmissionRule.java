// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

/** A way to become a member: whether an applicant is let in on the evidence that there is. */
public interface AdmissionRule<S extends Record> extends Plugin<S> {
    /** Says whether the applicant is admitted, must wait for more evidence, or is refused, and why. */
    Admission judge(Applicant applicant, Evidence evidence, S settings);
}
