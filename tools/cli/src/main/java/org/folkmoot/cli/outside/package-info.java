// SPDX-License-Identifier: Apache-2.0
/** Saying what happened to money that is kept outside, paying what was decided, and telling systems outside. */
@NullMarked
package org.folkmoot.cli.outside;

import org.jspecify.annotations.NullMarked;
