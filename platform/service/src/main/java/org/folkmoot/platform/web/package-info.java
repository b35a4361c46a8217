// SPDX-License-Identifier: Apache-2.0
/** What the HTTP interfaces of all services have in common: JSON, limits, pages, health, description. */
@NullMarked
package org.folkmoot.platform.web;

import org.jspecify.annotations.NullMarked;
