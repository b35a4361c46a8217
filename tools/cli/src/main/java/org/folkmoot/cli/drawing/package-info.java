// SPDX-License-Identifier: Apache-2.0
/** Panels that are drawn by lot, so that everybody can draw them again. */
@NullMarked
package org.folkmoot.cli.drawing;

import org.jspecify.annotations.NullMarked;
