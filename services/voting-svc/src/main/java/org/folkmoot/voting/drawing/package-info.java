// SPDX-License-Identifier: Apache-2.0
/** Draws panels by lot for those proposals that ask for one, and lets everybody draw them again. */
@NullMarked
package org.folkmoot.voting.drawing;

import org.jspecify.annotations.NullMarked;
