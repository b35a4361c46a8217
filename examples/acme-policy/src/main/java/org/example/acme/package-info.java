// SPDX-License-Identifier: Apache-2.0
/** A policy by a third party, which sees nothing of Folkmoot but {@code policy-api}. */
@NullMarked
package org.example.acme;

import org.jspecify.annotations.NullMarked;
