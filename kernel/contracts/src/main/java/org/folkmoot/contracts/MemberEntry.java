// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

/**
 * One member in an identity event.
 *
 * @param member the member's hash
 * @param key the key that the member signs with, as a did:key
 */
public record MemberEntry(String member, String key) {
    public MemberEntry {
        Fields.hash("member", member);
        Fields.did("key", key);
    }
}
