// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** From when on what a proposal will move out of the community's own accounts is set aside. */
public enum Commitment {
    /** Never: an enactment finds what is there then. */
    NEVER,
    /** Once it has passed; where there is too little, that is said and it goes on. */
    ON_PASSING,
    /** Once it is submitted; where there is too little, it is not put to the vote. */
    ON_SUBMISSION
}
