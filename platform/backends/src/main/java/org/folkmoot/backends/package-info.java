// SPDX-License-Identifier: Apache-2.0
/**
 * Decides how a real PostgreSQL and a real Kafka run on one machine: where their data lies, how they are told to be
 * durable, and how their processes are started, known, stopped and killed.
 */
@NullMarked
package org.folkmoot.backends;

import org.jspecify.annotations.NullMarked;
