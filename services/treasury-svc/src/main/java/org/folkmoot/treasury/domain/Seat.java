// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

/** What names an account: a member has one for each asset. In this order accounts are locked. */
public record Seat(String name, String asset) implements Comparable<Seat> {
    @Override
    public int compareTo(Seat other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : asset.compareTo(other.asset);
    }
}
