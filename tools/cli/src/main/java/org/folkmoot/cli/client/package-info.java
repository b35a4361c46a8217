// SPDX-License-Identifier: Apache-2.0
/** What every command uses: the services' addresses, HTTP, signing, and output for people or for machines. */
@NullMarked
package org.folkmoot.cli.client;

import org.jspecify.annotations.NullMarked;
