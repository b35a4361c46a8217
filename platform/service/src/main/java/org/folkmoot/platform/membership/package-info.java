// SPDX-License-Identifier: Apache-2.0
/** What a service knows of communities, constitutions and members, as of every membership position. */
@NullMarked
package org.folkmoot.platform.membership;

import org.jspecify.annotations.NullMarked;
