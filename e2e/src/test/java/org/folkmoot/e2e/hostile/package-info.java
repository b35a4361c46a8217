// SPDX-License-Identifier: Apache-2.0
/** What nobody may get away with between the services. */
@NullMarked
package org.folkmoot.e2e.hostile;

import org.jspecify.annotations.NullMarked;
