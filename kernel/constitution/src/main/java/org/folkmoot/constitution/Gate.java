// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import org.folkmoot.policy.Admission;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;

/** An admission plan that is ready to answer. */
@FunctionalInterface
public interface Gate {
    /** Says whether the applicant is admitted, and why. */
    Admission judge(Applicant applicant, Evidence evidence);
}
