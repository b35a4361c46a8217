// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;

/**
 * An account that the constitution opens.
 *
 * @param name its name
 * @param asset the code of the asset it holds
 * @param opening what it holds at the founding, in minor units
 */
public record Account(String name, String asset, BigInteger opening) {
    /** The account that every community has, whether its constitution names it or not. */
    public static final String TREASURY = "treasury";
    /** What stands before a member's hash in the name of that member's account. */
    public static final String MEMBER = "member/";
    /** What stands before an asset's code in the name of the account that it is issued from. */
    public static final String ISSUANCE = "issuance/";

    /** Whether an account of that name is one of the community's own: the names of all others have a slash. */
    public static boolean isOwn(String name) {
        return name.indexOf('/') < 0;
    }
}
