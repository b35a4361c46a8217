// SPDX-License-Identifier: Apache-2.0
/** Lets one member in, by an act of somebody whom the constitution trusts with it. */
@NullMarked
package org.folkmoot.identity.admitting;

import org.jspecify.annotations.NullMarked;
