// SPDX-License-Identifier: Apache-2.0
/** Warns communities of rules that drift out of reach while their members come and go. */
@NullMarked
package org.folkmoot.voting.drifting;

import org.jspecify.annotations.NullMarked;
