// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.Optional;

/**
 * An account that some of an amount comes out of.
 *
 * @param max the most that comes out of it, as it was written
 * @param keep what is left in it at least, as it was written
 */
public record Source(String account, Optional<String> max, Optional<String> keep) {}
