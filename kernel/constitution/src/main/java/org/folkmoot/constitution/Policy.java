// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Voter;

/**
 * How proposals of one kind are judged.
 *
 * @param name its name
 * @param applies which proposals it judges
 * @param proposing who may propose
 * @param deposit what an author puts down
 * @param stages what a proposal goes through, in their order
 * @param trends the shares that it remembers from poll to poll
 * @param optimistic whether a proposal passes when nobody votes at all
 * @param hurries the policy of which this is the faster lane
 * @param retries how often a failed enactment may be tried again
 * @param retention the share that must be left, before anything is enacted, of the shares with which members leave
 * @param topic what it is about, for members who delegate by topic; several policies may be about the same
 */
public record Policy(
        String name,
        Applies applies,
        Proposing proposing,
        Optional<Deposit> deposit,
        List<Stage> stages,
        Map<String, Trend> trends,
        boolean optimistic,
        Optional<String> hurries,
        int retries,
        Optional<Fraction> retention,
        Optional<String> topic) {
    public Policy {
        stages = List.copyOf(stages);
        trends = Map.copyOf(trends);
    }

    /** Tells whether a member may make a proposal that this policy judges, or throws {@link ExpressionFailed}. */
    public boolean mayPropose(Voter member, Instant at) {
        return proposing.who().map(who -> who.admits(member, at)).orElse(true);
    }

    /** The stage that a proposal begins with. */
    public Stage first() {
        return stages.getFirst();
    }

    /** The stage whose yes is the proposal's, and whose times hold for its enactment. */
    public Stage last() {
        return stages.getLast();
    }

    /** Finds a stage by its name. */
    public Optional<Stage> stage(String wanted) {
        return stages.stream().filter(stage -> stage.name().equals(wanted)).findFirst();
    }

    /** How a poll says which stage it belongs to; nothing if there is but one. */
    public Optional<String> mark(Stage stage) {
        return Optional.of(stage.name()).filter(_ -> stages.size() > 1);
    }

    /** Whether one poll of one body decides, at a deadline that is known when it opens. */
    public boolean simple() {
        return stages.size() == 1 && first().simple();
    }

    /** The body that votes first. */
    public String body() {
        return first().main().body();
    }

    /** The voting method of the first stage's own body. */
    public PluginCall ballot() {
        return first().main().ballot();
    }

    /** Which of a voter's ballots counts there. */
    public Revote revote() {
        return first().main().revote();
    }

    /** How long the first stage takes. */
    public Timing timing() {
        return first().timing();
    }

    /** The rule about turnout of the first stage's own body, if there is one. */
    public Optional<PluginCall> quorum() {
        return first().main().rule("quorum");
    }

    /** The rule about consent of the first stage's own body, if there is one. */
    public Optional<PluginCall> approval() {
        return first().main().rule("approval");
    }

    /** Every rule of the first stage's own body; all of them must hold. */
    public List<NamedRule> allRules() {
        return first().main().rules();
    }
}
