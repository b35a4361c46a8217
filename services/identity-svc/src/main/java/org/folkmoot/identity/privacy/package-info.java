// SPDX-License-Identifier: Apache-2.0
/** Members' personal data: put, read, exported and erased by the member it is about, and by nobody else. */
@NullMarked
package org.folkmoot.identity.privacy;

import org.jspecify.annotations.NullMarked;
