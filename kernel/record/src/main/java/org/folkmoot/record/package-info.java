// SPDX-License-Identifier: Apache-2.0
/** The record: signed acts, the append-only log that holds them, and the proofs that anyone can check offline. */
@NullMarked
package org.folkmoot.record;

import org.jspecify.annotations.NullMarked;
