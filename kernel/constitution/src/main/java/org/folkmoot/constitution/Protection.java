// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/**
 * A clause that one policy alone may change.
 *
 * @param clause its path, with policies under their names
 * @param by the name of the policy; an entrenched policy protects itself
 * @param path where the document says so
 */
public record Protection(String clause, String by, String path) {}
