// SPDX-License-Identifier: Apache-2.0
/** Lets members give their shares back for the same share of what the community has. */
@NullMarked
package org.folkmoot.treasury.leaving;

import org.jspecify.annotations.NullMarked;
