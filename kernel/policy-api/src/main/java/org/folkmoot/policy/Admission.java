// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

/** The answer to an applicant, in a word and in a sentence. */
public record Admission(boolean admitted, String words) {}
