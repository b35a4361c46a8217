// SPDX-License-Identifier: Apache-2.0
/** What the tests of services share: backends, keys, fixtures and the rules of the architecture. */
@NullMarked
package org.folkmoot.testkit;

import org.jspecify.annotations.NullMarked;
