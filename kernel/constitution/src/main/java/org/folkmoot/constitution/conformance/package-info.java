// SPDX-License-Identifier: Apache-2.0
/**
 * Proves that policies written as data decide as other systems do: worked examples of those systems, as documents, are
 * followed through {@link org.folkmoot.constitution.course.Course} and compared with what was published.
 */
@NullMarked
package org.folkmoot.constitution.conformance;

import org.jspecify.annotations.NullMarked;
