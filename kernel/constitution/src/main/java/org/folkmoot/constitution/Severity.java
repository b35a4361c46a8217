// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** How bad a complaint is: an error refuses the document, a warning only says what will surprise. */
public enum Severity {
    ERROR,
    WARNING
}
