// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

/** An account and the asset that it holds. */
public record AccountEntry(String name, String asset) {
    public AccountEntry {
        Fields.text("name", name);
        Fields.text("asset", asset);
    }
}
