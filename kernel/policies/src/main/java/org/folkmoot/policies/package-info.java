// SPDX-License-Identifier: Apache-2.0
/** The built-in policies, one file each, registered in {@code META-INF/services}. */
@NullMarked
package org.folkmoot.policies;

import org.jspecify.annotations.NullMarked;
