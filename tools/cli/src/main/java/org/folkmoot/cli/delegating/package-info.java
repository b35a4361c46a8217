// SPDX-License-Identifier: Apache-2.0
/** Who votes for whom. */
@NullMarked
package org.folkmoot.cli.delegating;

import org.jspecify.annotations.NullMarked;
