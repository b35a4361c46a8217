// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Map;
import java.util.Optional;

/**
 * What a community says about money that is kept outside.
 *
 * @param attesters who says what came in and went out, by asset
 * @param banks the community's own accounts, by asset
 */
public record Outside(Map<String, Attesters> attesters, Map<String, Bank> banks) {
    /** What holds if nothing is said: nobody attests anything. */
    public static final Outside NONE = new Outside(Map.of(), Map.of());

    public Outside {
        attesters = Map.copyOf(attesters);
        banks = Map.copyOf(banks);
    }

    /** So many different members who hold a role say the same. */
    public record Attesters(String role, int atLeast) {}

    /** The community's account at a bank. */
    public record Bank(String name, Iban iban, Optional<Bic> bic) {}

    /** Who attests what happens to an asset. */
    public Optional<Attesters> attesters(String asset) {
        return Optional.ofNullable(attesters.get(asset));
    }

    /** The community's account for an asset. */
    public Optional<Bank> bank(String asset) {
        return Optional.ofNullable(banks.get(asset));
    }
}
