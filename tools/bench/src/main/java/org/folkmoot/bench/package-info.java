// SPDX-License-Identifier: Apache-2.0
/** Benchmarks that print ratios, so that they can be compared between machines. */
@NullMarked
package org.folkmoot.bench;

import org.jspecify.annotations.NullMarked;
