// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import dev.cel.common.CelIssue;
import dev.cel.runtime.CelEvaluationException;
import java.util.Collection;
import java.util.regex.Pattern;

/** Says in the words of a constitution's author what CEL says in its own. */
final class ExpressionWords {
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
    private static final Pattern FAILURE = Pattern.compile("evaluation error at <input>:([0-9]+): (.*)");

    private final String source;
    private final Collection<String> variables;

    ExpressionWords(String source, Collection<String> variables) {
        this.source = source;
        this.variables = variables;
    }

    /** Why an expression cannot be compiled. */
    String refusal(CelIssue issue) {
        var line = issue.getSourceLocation().getLine();
        var column = issue.getSourceLocation().getColumn();
        var undeclared = UNDECLARED.matcher(firstLine(issue.getMessage()));
        var words = undeclared.matches() ? unknown(undeclared.group(1), line, column) : firstLine(issue.getMessage());
        return "At " + line + ":" + (column + 1) + " of the expression: " + sentence(words);
    }

    /** Why an expression has no answer. */
    static String failure(CelEvaluationException e) {
        var words = firstLine(String.valueOf(e.getMessage()));
        var failure = FAILURE.matcher(words);
        return failure.matches()
                ? "at character " + (Integer.parseInt(failure.group(1)) + 1) + ": " + sentence(failure.group(2))
                : sentence(words);
    }

    // CEL looks for the first part of member.sinc alone; its author wrote the whole.
    private String unknown(String name, int line, int column) {
        var text = source.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
        var written = NAME.matcher(text);
        var whole =
                written.find(Math.min(column, text.length())) && written.group().startsWith(name)
                        ? written.group()
                        : name;
        var near = Nearest.to(whole, variables);
        return "there is no '" + whole + "' here; known are " + String.join(", ", variables) + "."
                + (near.isEmpty() ? "" : " Did you mean " + near + "?");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be evaluated");
    }

    private static String sentence(String words) {
        return words.endsWith(".") || words.endsWith("?") ? words : words + ".";
    }
}
