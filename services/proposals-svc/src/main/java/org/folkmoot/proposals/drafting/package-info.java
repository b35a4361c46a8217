// SPDX-License-Identifier: Apache-2.0
/**
 * Takes drafts: checked against the constitution in force, so that an author learns early what cannot be.
 *
 * <p>A draft pins nothing. The constitution may change before the author submits it, and the submission checks again.
 */
@NullMarked
package org.folkmoot.proposals.drafting;

import org.jspecify.annotations.NullMarked;
