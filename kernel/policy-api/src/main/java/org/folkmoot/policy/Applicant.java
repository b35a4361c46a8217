// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.time.Instant;

/**
 * Who asks to become a member.
 *
 * @param member the id that the member will have
 * @param key the key that the member will begin with, as a did:key or a did:pkh
 * @param appliedAt when the applicant first asked
 */
public record Applicant(String member, String key, Instant appliedAt) {}
