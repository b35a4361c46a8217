// SPDX-License-Identifier: Apache-2.0
/** What is kept so that nobody reads it in the database alone: sealed under a key that is in a file. */
@NullMarked
package org.folkmoot.platform.secrets;

import org.jspecify.annotations.NullMarked;
