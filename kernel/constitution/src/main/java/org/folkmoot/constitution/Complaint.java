// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/**
 * One thing that is wrong with a document, and where.
 *
 * @param id what kind of thing, in kebab-case: {@code unknown-key}
 * @param severity whether it refuses the document
 * @param path the place as a JSON pointer: {@code /policies/0/ballot/method}
 * @param line the place in the text, from 1
 * @param column the place in the line, from 1
 * @param reason what is wrong, as a sentence
 * @param suggestion what to write instead; empty where nobody can know
 */
public record Complaint(
        String id, Severity severity, String path, int line, int column, String reason, String suggestion) {
    /** Tells whether this refuses the document. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        var hint = suggestion.isEmpty() ? "" : " Did you mean " + suggestion + "?";
        var where = path.isEmpty() ? "" : path + ": ";
        return line + ":" + column + " " + (isError() ? "error" : "warning") + " [" + id + "] " + where + reason + hint;
    }
}
