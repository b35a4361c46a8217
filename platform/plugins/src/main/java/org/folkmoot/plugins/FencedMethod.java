// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/** A third party's way to vote. */
final class FencedMethod<S extends Record> extends FencedPlugin<S> implements VotingMethod<S> {
    private final VotingMethod<S> method;

    FencedMethod(VotingMethod<S> method, Made made, Fence fence) {
        super(made, fence);
        this.method = method;
    }

    @Override
    public List<String> counts(S settings) {
        return fence().ask(fence().limits().call(), () -> Answers.names(method.counts(settings)));
    }

    @Override
    public boolean mergesPowers(S settings) {
        return fence().ask(fence().limits().call(), () -> method.mergesPowers(settings));
    }

    @Override
    public boolean countsAreChoices(S settings) {
        return fence().ask(fence().limits().call(), () -> method.countsAreChoices(settings));
    }

    @Override
    public boolean roundsCounts(S settings) {
        return fence().ask(fence().limits().call(), () -> method.roundsCounts(settings));
    }

    @Override
    public Set<String> scaled(S settings) {
        return fence().ask(
                        fence().limits().call(), () -> Set.copyOf(Answers.names(List.copyOf(method.scaled(settings)))));
    }

    @Override
    public int decimals(S settings) {
        return fence().ask(fence().limits().call(), () -> Answers.decimals(method.decimals(settings)));
    }

    @Override
    public void checkQuestion(Question question, S settings) {
        try {
            fence().ask(fence().limits().call(), InvalidQuestion.class, () -> {
                method.checkQuestion(question, settings);
                return true;
            });
        } catch (InvalidQuestion e) {
            throw new InvalidQuestion(Fence.clip(e.reason()) + ".");
        }
    }

    @Override
    public void check(Object choice, Question question, S settings) {
        checked(() -> method.check(choice, question, settings));
    }

    @Override
    public void checkPower(Object choice, BigInteger power, Question question, S settings) {
        checked(() -> method.checkPower(choice, power, question, settings));
    }

    private void checked(Runnable check) {
        try {
            fence().ask(fence().limits().call(), InvalidChoice.class, () -> {
                check.run();
                return true;
            });
        } catch (InvalidChoice e) {
            throw new InvalidChoice(Fence.clip(e.reason()) + ".");
        }
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, S settings) {
        // Read before: what is behind it may belong to this thread's transaction.
        var counted = new ArrayList<Counted>();
        ballots.forEach(counted::add);
        var counts = counts(settings);
        return fence().ask(
                        fence().limits().tally(),
                        () -> Answers.result(
                                method.tally(List.copyOf(counted), question, settings), counted, question, counts));
    }
}
