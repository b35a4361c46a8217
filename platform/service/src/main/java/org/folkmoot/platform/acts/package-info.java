// SPDX-License-Identifier: Apache-2.0
/** What a signed act must pass before a service acts on it, in one order everywhere. */
@NullMarked
package org.folkmoot.platform.acts;

import org.jspecify.annotations.NullMarked;
