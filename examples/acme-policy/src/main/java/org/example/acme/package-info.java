// SPDX-License-Identifier: Apache-2.0
/** A policy that Acme wrote for itself, with nothing but {@code policy-api} at hand. */
@NullMarked
package org.example.acme;

import org.jspecify.annotations.NullMarked;
