// SPDX-License-Identifier: Apache-2.0
/** Published examples, and everything that can be wrong with a credential. */
@NullMarked
package org.folkmoot.credentials;

import org.jspecify.annotations.NullMarked;
