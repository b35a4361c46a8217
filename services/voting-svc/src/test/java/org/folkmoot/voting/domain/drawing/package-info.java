// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.voting.domain.drawing;

import org.jspecify.annotations.NullMarked;
