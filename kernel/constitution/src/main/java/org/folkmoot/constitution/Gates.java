// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.Admission.Answer;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;

/**
 * Puts gates together. So many must say yes; it is a no as soon as too many have said no for that ever to happen, and
 * until then it waits. What those who said yes use up is used up, and nothing of the others.
 */
record Gates(int count, List<Gate> gates) implements Gate {
    private static final String ID = "at-least";

    Gates {
        gates = List.copyOf(gates);
    }

    @Override
    public Admission judge(Applicant applicant, Evidence evidence) {
        var parts = gates.stream().map(gate -> gate.judge(applicant, evidence)).toList();
        var yes = parts.stream().filter(Admission::admitted).limit(count).toList();
        var answer = answer(
                yes.size(),
                parts.stream().filter(part -> part.answer() == Answer.REFUSED).count());
        var used = answer == Answer.ADMITTED
                ? yes.stream()
                        .flatMap(part -> part.nullifiers().stream())
                        .distinct()
                        .toList()
                : List.<String>of();
        return new Admission(answer, ID, words(answer, parts), used, parts);
    }

    private Answer answer(int yes, long no) {
        if (yes == count) {
            return Answer.ADMITTED;
        }
        return no > gates.size() - count ? Answer.REFUSED : Answer.WAITING;
    }

    private String words(Answer answer, List<Admission> parts) {
        var heading = "Asked are " + count + " of " + parts.size() + ": ";
        return heading
                + parts.stream()
                        .filter(part -> answer == Answer.ADMITTED == part.admitted())
                        .map(Admission::words)
                        .collect(Collectors.joining(" "));
    }
}
