// SPDX-License-Identifier: Apache-2.0
/** Communities and their constitution; members, their keys, their admission and their roles. */
@NullMarked
package org.folkmoot.identity;

import org.jspecify.annotations.NullMarked;
