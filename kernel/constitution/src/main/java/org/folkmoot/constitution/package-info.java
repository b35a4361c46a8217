// SPDX-License-Identifier: Apache-2.0
/** A community's constitution: read, checked, and asked which policy judges a proposal. */
@NullMarked
package org.folkmoot.constitution;

import org.jspecify.annotations.NullMarked;
