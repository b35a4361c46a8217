// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import org.folkmoot.record.Hash;

/** What a place takes: acts of one type, in one community, about one thing. */
public record Expected(String type, Hash community, Hash subject) {
    /** An act about the community itself. */
    public static Expected of(String type, Hash community) {
        return new Expected(type, community, community);
    }
}
