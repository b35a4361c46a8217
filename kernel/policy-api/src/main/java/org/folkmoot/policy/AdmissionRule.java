// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

/** A way to become a member: whether an applicant is let in on the evidence given. */
public interface AdmissionRule<S extends Record> extends Plugin<S> {
    /** Says whether the applicant is admitted, and why. */
    Admission admits(Applicant applicant, Evidence evidence, S settings);
}
