// SPDX-License-Identifier: Apache-2.0
/** Which policies a service has: the built-in ones and those of the jars in its plugins folder, read once at its start. */
@NullMarked
package org.folkmoot.platform.policies;

import org.jspecify.annotations.NullMarked;
