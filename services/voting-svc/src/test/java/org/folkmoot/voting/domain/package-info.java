// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.voting.domain;

import org.jspecify.annotations.NullMarked;
