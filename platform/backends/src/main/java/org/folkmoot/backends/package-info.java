// SPDX-License-Identifier: Apache-2.0
/** A real PostgreSQL and a real Kafka inside one process, durable, for trying out, for one machine and for tests. */
@NullMarked
package org.folkmoot.backends;

import org.jspecify.annotations.NullMarked;
