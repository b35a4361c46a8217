// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Growth;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.Sums;
import org.folkmoot.policy.TraceLine;
import org.folkmoot.policy.Verdict;

/**
 * Asks for support that lasts, and for the more of it the larger the part of the funds that a proposal asks for: conviction
 * voting as 1Hive has it ({@link ConvictionVoting}).
 *
 * <p>The course of the poll works out the conviction ({@link Growth}); it must be more than
 *
 * <blockquote>weight · counted / (most − asked / funds)²</blockquote>
 *
 * where <i>counted</i> is the power on the roll, or what {@code staked} counts, but not less than {@code least} of the roll.
 * What asks for {@code most} of the funds or more never passes, and nothing does where there are no funds.
 */
public final class GrowingConviction implements DecisionRule<GrowingConviction.Settings> {
    private static final String CONVICTION = "conviction";
    private static final Fraction ZERO = Fraction.of(0, 1);
    private static final int SHOWN = 3;

    /** What a proposal is paid from: an account that the constitution declares, and an asset in it. */
    public record Fund(String account, String asset) {}

    /**
     * What is asked for.
     *
     * @param count the counts that support the proposal
     * @param keeps the part of the conviction that is left after a tick (1Hive's alpha), below 1
     * @param weight how much conviction is needed (its weight)
     * @param most the part of the funds that can never be asked for at once (its maxRatio)
     * @param staked the counts that say how much power takes part; all that is on the roll if nothing is said
     * @param least the part of the roll that counts at least as taking part
     * @param fund what the proposal is paid from; without it, nothing is asked for
     */
    public record Settings(
            List<String> count,
            Fraction keeps,
            Fraction weight,
            Fraction most,
            Optional<List<String>> staked,
            Optional<Fraction> least,
            Optional<Fund> fund) {
        private static final Fraction ONE = Fraction.of(1, 1);

        public Settings {
            count = List.copyOf(count);
            staked = staked.map(List::copyOf);
            if (count.isEmpty() || staked.stream().anyMatch(List::isEmpty)) {
                throw new IllegalArgumentException("count and staked name at least one count");
            }
            if (keeps.compareTo(ONE) >= 0) {
                throw new IllegalArgumentException("keeps is below 1: else nothing is ever forgotten or learned");
            }
            if (most.numerator().signum() == 0 || most.compareTo(ONE) > 0) {
                throw new IllegalArgumentException("most is a part of the funds: above 0, and at most 1");
            }
            if (least.isPresent() && staked.isEmpty()) {
                throw new IllegalArgumentException("without staked the whole roll takes part, so least says nothing");
            }
            if (least.filter(part -> part.compareTo(ONE) > 0).isPresent()) {
                throw new IllegalArgumentException("least is a part of the roll: at most 1");
            }
        }

        private Growth growth() {
            return new Growth(count, keeps, fund.map(said -> new Growth.Fund(said.account(), said.asset())));
        }
    }

    @Override
    public String id() {
        return "growing-conviction";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Optional<Growth> growth(Settings settings) {
        return Optional.of(settings.growth());
    }

    @Override
    public Verdict judge(Facts facts, Settings settings) {
        var whole = facts.rollPower().multiply(Growth.UNIT);
        var conviction = Optional.ofNullable(facts.rates().get(Facts.CONVICTION))
                .map(share -> share.numerator().multiply(whole).divide(share.denominator()));
        var counted = counted(facts, settings);
        var asked = asked(facts, settings);
        if (whole.signum() <= 0 || conviction.isEmpty() || counted.isEmpty() || asked.isEmpty()) {
            var why = whole.signum() <= 0
                    ? "Nobody is on the roll, and nobody's conviction is never enough: fails."
                    : "Nothing says how large the conviction is, who takes part, or what is asked for: fails.";
            return failed(why, conviction.orElse(BigInteger.ZERO), whole);
        }
        if (settings.most().compareTo(asked.get()) <= 0) {
            return failed(
                    "It asks for " + asked.get() + " of the funds, and nobody gets " + settings.most()
                            + " of them or more: fails.",
                    conviction.get(),
                    whole);
        }
        var room = settings.most().minus(asked.get());
        var boundary = ConvictionVoting.needed(settings.weight(), counted.get().max(least(facts, settings)), room)
                .times(new Fraction(Growth.UNIT, BigInteger.ONE));
        var passed = new Fraction(conviction.get(), BigInteger.ONE).compareTo(boundary) > 0;
        return Verdict.of(line(conviction.get(), whole, boundary, passed, words(conviction.get(), boundary, passed)));
    }

    private static String words(BigInteger conviction, Fraction boundary, boolean passed) {
        return CONVICTION + " is " + shown(new Fraction(conviction, BigInteger.ONE)) + ", "
                + (passed ? "more than " : "not more than ") + shown(boundary) + (passed ? ": passes." : ": fails.");
    }

    private Verdict failed(String why, BigInteger conviction, BigInteger whole) {
        // Nothing is more than all of the roll, so the sum done again fails, too.
        return Verdict.of(line(conviction, whole, new Fraction(whole.max(conviction), BigInteger.ONE), false, why));
    }

    private TraceLine line(BigInteger conviction, BigInteger whole, Fraction boundary, boolean passed, String words) {
        var most = new Fraction(whole.max(BigInteger.ONE), BigInteger.ONE);
        return new TraceLine(
                id(),
                List.of(new Operand(CONVICTION, conviction)),
                List.of(new Operand(Sums.ROLL, whole)),
                "moreThan",
                boundary.over(most).toString(),
                boundary.toString(),
                "fails",
                passed,
                words,
                margin(conviction, boundary, passed));
    }

    private static String margin(BigInteger conviction, Fraction boundary, boolean passed) {
        var least = boundary.floor().add(BigInteger.ONE);
        var far = new Fraction(
                (passed ? conviction.subtract(least).add(BigInteger.ONE) : least.subtract(conviction))
                        .max(BigInteger.ZERO),
                BigInteger.ONE);
        return passed
                ? "With " + shown(far) + " less of conviction it would fail."
                : "With " + shown(far) + " more of conviction it would pass.";
    }

    /** A number of the units of conviction, as power with a few decimals. */
    private static String shown(Fraction units) {
        var scale = BigInteger.TEN.pow(SHOWN);
        var thousandths = units.times(new Fraction(scale, Growth.UNIT)).floor();
        return thousandths.divide(scale) + "."
                + String.valueOf(thousandths.mod(scale).add(scale)).substring(1);
    }

    private static Optional<Fraction> counted(Facts facts, Settings settings) {
        return Sums.of(settings.staked().orElse(List.of(Sums.ROLL)), facts)
                .filter(sum -> sum.signum() >= 0)
                .map(sum -> new Fraction(sum, BigInteger.ONE));
    }

    private static Fraction least(Facts facts, Settings settings) {
        return settings.least().orElse(ZERO).times(new Fraction(facts.rollPower(), BigInteger.ONE));
    }

    /** The part of the funds that is asked for; all of them, if there are none. */
    private static Optional<Fraction> asked(Facts facts, Settings settings) {
        if (settings.fund().isEmpty()) {
            return Optional.of(ZERO);
        }
        var asked = Optional.ofNullable(facts.measures().get(Facts.ASKED));
        var funds = Optional.ofNullable(facts.measures().get(Facts.FUNDS));
        return asked.flatMap(part -> funds.map(all -> all.signum() > 0 ? new Fraction(part, all) : Fraction.of(1, 1)));
    }
}
