// SPDX-License-Identifier: Apache-2.0
/** A small service that the tests of the platform run. */
@NullMarked
package org.folkmoot.platform.sample;

import org.jspecify.annotations.NullMarked;
