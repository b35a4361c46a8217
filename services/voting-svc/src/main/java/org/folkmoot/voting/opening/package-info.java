// SPDX-License-Identifier: Apache-2.0
/** Remembers the polls of submitted proposals and opens them as soon as their roll can be frozen. */
@NullMarked
package org.folkmoot.voting.opening;

import org.jspecify.annotations.NullMarked;
