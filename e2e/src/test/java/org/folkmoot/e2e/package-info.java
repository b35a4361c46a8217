// SPDX-License-Identifier: Apache-2.0
/** Tests of the whole suite, started as its users start it. */
@NullMarked
package org.folkmoot.e2e;

import org.jspecify.annotations.NullMarked;
