// SPDX-License-Identifier: Apache-2.0
/** Shows communities, their rules and their members to anyone. */
@NullMarked
package org.folkmoot.identity.reading;

import org.jspecify.annotations.NullMarked;
