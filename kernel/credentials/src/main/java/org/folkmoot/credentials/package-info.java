// SPDX-License-Identifier: Apache-2.0
/**
 * Checks credentials that an applicant presents, without asking anybody: W3C Verifiable Credentials with eddsa-jcs-2022
 * proofs, and SD-JWT VCs. Whether an issuer is to be believed is for the rule of admission to say.
 */
@NullMarked
package org.folkmoot.credentials;

import org.jspecify.annotations.NullMarked;
