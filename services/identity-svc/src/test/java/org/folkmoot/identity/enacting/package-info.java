// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.identity.enacting;

import org.jspecify.annotations.NullMarked;
