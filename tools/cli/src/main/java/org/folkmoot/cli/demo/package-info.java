// SPDX-License-Identifier: Apache-2.0
/**
 * The main job on real input: a community of the size of a city founds itself, votes as the city did, and its decision is
 * enacted. Everything here is a client: it knows the services' HTTP interfaces and the members' keys, nothing else.
 */
@NullMarked
package org.folkmoot.cli.demo;

import org.jspecify.annotations.NullMarked;
