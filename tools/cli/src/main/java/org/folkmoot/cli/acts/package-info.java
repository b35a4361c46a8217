// SPDX-License-Identifier: Apache-2.0
/** Acts taken out of the suite, and checked without it. */
@NullMarked
package org.folkmoot.cli.acts;

import org.jspecify.annotations.NullMarked;
