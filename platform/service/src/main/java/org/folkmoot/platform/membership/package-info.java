// SPDX-License-Identifier: Apache-2.0
/** What a service knows of communities, constitutions, members and what they own, as of every position. */
@NullMarked
package org.folkmoot.platform.membership;

import org.jspecify.annotations.NullMarked;
