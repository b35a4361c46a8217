// SPDX-License-Identifier: Apache-2.0
/** The Quarkus glue that services share; it decides how facts leave and enter a service and how a refusal looks on the wire. */
@NullMarked
package org.folkmoot.platform;

import org.jspecify.annotations.NullMarked;
