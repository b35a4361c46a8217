// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

/** Who asks to become a member: the key that the member will act with, as a {@code did:key}. */
public record Applicant(String key) {}
