// SPDX-License-Identifier: Apache-2.0
/** What is true of every event. */
@NullMarked
package org.folkmoot.contracts;

import org.jspecify.annotations.NullMarked;
