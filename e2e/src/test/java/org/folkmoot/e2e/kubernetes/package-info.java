// SPDX-License-Identifier: Apache-2.0
/** Holds the manifests against the rules that they promise to keep. */
@NullMarked
package org.folkmoot.e2e.kubernetes;

import org.jspecify.annotations.NullMarked;
