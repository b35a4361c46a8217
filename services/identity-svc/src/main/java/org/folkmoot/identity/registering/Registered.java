// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.registering;

/** How many joined, and the membership position that the community reached by it. */
public record Registered(long added, long position) {}
