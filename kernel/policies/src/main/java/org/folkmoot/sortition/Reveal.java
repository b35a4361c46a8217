// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The value that a validator adds to the seed of one draw: chosen in secret, committed to before the draw and revealed
 * after all commitments are known.
 *
 * @param draw what is drawn, such as the id of a proposal; a commitment holds for it alone
 * @param validator who chose it
 * @param value 32 bytes in lower-case hex
 */
public record Reveal(String draw, String validator, String value) {
    private static final int BYTES = 32;

    public Reveal {
        if (!value.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw new IllegalArgumentException("the value of " + validator + " is not " + BYTES + " bytes in hex");
        }
    }

    /** The hash that is published first: of the draw, the validator and the value. */
    public String commitment() {
        return HexFormat.of()
                .formatHex(Digest.of(
                        draw.getBytes(StandardCharsets.UTF_8),
                        validator.getBytes(StandardCharsets.UTF_8),
                        HexFormat.of().parseHex(value)));
    }

    /** Whether this is what the validator had committed to. */
    public boolean matches(String committed) {
        return commitment().equals(committed);
    }
}
