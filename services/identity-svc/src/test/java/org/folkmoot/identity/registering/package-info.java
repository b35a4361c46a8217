// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.identity.registering;

import org.jspecify.annotations.NullMarked;
