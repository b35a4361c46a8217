// SPDX-License-Identifier: Apache-2.0
/** One member, one vote, however many ballots come at once and wherever they come in. */
@NullMarked
package org.folkmoot.e2e.doublevote;

import org.jspecify.annotations.NullMarked;
