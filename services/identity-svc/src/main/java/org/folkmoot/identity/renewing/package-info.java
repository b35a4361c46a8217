// SPDX-License-Identifier: Apache-2.0
/** Ends memberships when their term is over, unless the member renewed in time. */
@NullMarked
package org.folkmoot.identity.renewing;

import org.jspecify.annotations.NullMarked;
