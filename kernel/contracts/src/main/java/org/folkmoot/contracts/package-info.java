// SPDX-License-Identifier: Apache-2.0
/** The facts that services tell each other over Kafka: one record each, in the past tense, with its version in its name. */
@NullMarked
package org.folkmoot.contracts;

import org.jspecify.annotations.NullMarked;
