// SPDX-License-Identifier: Apache-2.0
/** What the tests of the whole suite share: a running suite and communities to try things in. */
@NullMarked
package org.folkmoot.e2e.suite;

import org.jspecify.annotations.NullMarked;
