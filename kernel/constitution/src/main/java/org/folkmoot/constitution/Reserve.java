// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What is left in an account at least, whatever is decided or spent.
 *
 * @param asset the code of the asset
 * @param least in minor units
 * @param unless the policy under which less may be left
 */
public record Reserve(String account, String asset, BigInteger least, Optional<String> unless) {}
