// SPDX-License-Identifier: Apache-2.0
/** What a founding, an admission and an enactment must be, as rules without a database. */
@NullMarked
package org.folkmoot.identity.domain;

import org.jspecify.annotations.NullMarked;
