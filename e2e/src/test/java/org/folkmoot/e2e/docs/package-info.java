// SPDX-License-Identifier: Apache-2.0
/** Holds the documents against what is there. */
@NullMarked
package org.folkmoot.e2e.docs;

import org.jspecify.annotations.NullMarked;
