// SPDX-License-Identifier: Apache-2.0
/**
 * Seals ballots to trustees whom a community chose, so that nobody reads them before some of the trustees open them
 * together, and everybody can check that they were opened rightly.
 */
@NullMarked
package org.folkmoot.sealing;

import org.jspecify.annotations.NullMarked;
