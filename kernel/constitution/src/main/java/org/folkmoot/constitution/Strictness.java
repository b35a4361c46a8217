// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policy.Fraction;
import org.folkmoot.record.Json;

/**
 * Compares two policies by what they say: whether whatever passes under one would pass under the other, and no sooner.
 *
 * <p>It proves and never guesses. The body, the ballot and everything that it does not know must be said alike; a smaller
 * body is another body and not a stricter one, because it is often easier to win. Each rule of the other policy must be
 * implied by a rule of this one: it is the same, or the same share with a fraction at least as high. {@code delay},
 * {@code period} and {@code timelock} must be at least as long. What a policy judges, how long its decision can be
 * enacted and how often that is tried does not matter.
 */
final class Strictness {
    private static final Set<String> INDIFFERENT = Set.of("name", "applies", "retries", "entrenched");
    private static final Set<String> COMPARED = Set.of("propose", "quorum", "approval", "rules", "timing");
    private static final Set<String> LASTING = Set.of("delay", "period", "timelock");
    private static final Set<String> SHARE = Set.of("rule", "count", "of", "atLeast", "moreThan", "tie");
    private static final Json.Obj NOTHING = new Json.Obj(java.util.Map.of());

    private Strictness() {}

    /** Tells whether the first policy is shown to be at least as strict as the second. */
    static boolean atLeast(Json.Obj policy, Json.Obj than) {
        return names(policy, than).stream()
                        .filter(name -> !INDIFFERENT.contains(name) && !COMPARED.contains(name))
                        .allMatch(name -> policy.get(name).equals(than.get(name)))
                && proposers(policy, than)
                && rules(than).stream().allMatch(other -> rules(policy).stream().anyMatch(rule -> implies(rule, other)))
                && timing(section(policy, "timing"), section(than, "timing"));
    }

    private static boolean proposers(Json.Obj policy, Json.Obj than) {
        var propose = section(than, "propose");
        return propose.members().isEmpty() || propose.equals(section(policy, "propose"));
    }

    private static List<Json.Obj> rules(Json.Obj policy) {
        var rules = new ArrayList<Json.Obj>();
        for (var name : List.of("quorum", "approval")) {
            policy.get(name).ifPresent(share -> rules.add(named(share)));
        }
        if (policy.get("rules").orElse(NOTHING) instanceof Json.Arr(List<Json> more)) {
            more.forEach(rule -> rules.add(rule instanceof Json.Obj said ? said : NOTHING));
        }
        return rules;
    }

    private static Json.Obj named(Json share) {
        var members = new java.util.HashMap<String, Json>();
        if (share instanceof Json.Obj said) {
            members.putAll(said.members());
        }
        members.put("rule", new Json.Str("share"));
        return new Json.Obj(members);
    }

    private static boolean implies(Json.Obj rule, Json.Obj other) {
        if (rule.equals(other)) {
            return true;
        }
        return isShare(rule)
                && isShare(other)
                && words(rule, "count").equals(words(other, "count"))
                && words(rule, "of").equals(words(other, "of"))
                && fraction(rule)
                        .flatMap(own -> fraction(other).map(its -> reaches(rule, own, other, its)))
                        .orElse(false);
    }

    // On the same fraction "more than" is stricter than "at least".
    private static boolean reaches(Json.Obj rule, Fraction own, Json.Obj other, Fraction its) {
        var order = own.compareTo(its);
        return order > 0 || order == 0 && (isStrict(rule) || !isStrict(other));
    }

    private static boolean isShare(Json.Obj rule) {
        return rule.get("rule").equals(Optional.of(new Json.Str("share")))
                && SHARE.containsAll(rule.members().keySet())
                && rule.get("atLeast").isPresent() != rule.get("moreThan").isPresent();
    }

    private static boolean isStrict(Json.Obj rule) {
        return rule.get("moreThan").isPresent();
    }

    private static Optional<Fraction> fraction(Json.Obj rule) {
        try {
            return rule.get("atLeast")
                    .or(() -> rule.get("moreThan"))
                    .map(said -> Fraction.parse(said.plain().toString()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Set<Object> words(Json.Obj rule, String name) {
        var plain = rule.get(name).map(Json::plain).orElse("");
        return plain instanceof List<?> list ? new HashSet<>(list) : Set.of(plain);
    }

    private static boolean timing(Json.Obj timing, Json.Obj than) {
        return names(timing, than).stream()
                .filter(name -> !name.equals("expires"))
                .allMatch(name -> timing.get(name).equals(than.get(name))
                        || LASTING.contains(name)
                                && duration(timing, name)
                                        .flatMap(own -> duration(than, name).map(its -> own.compareTo(its) >= 0))
                                        .orElse(false));
    }

    private static Optional<Duration> duration(Json.Obj timing, String name) {
        return timing.get(name).flatMap(said -> Durations.read(said.plain().toString()));
    }

    private static Json.Obj section(Json.Obj policy, String name) {
        return policy.get(name).orElse(NOTHING) instanceof Json.Obj section ? section : NOTHING;
    }

    private static Set<String> names(Json.Obj one, Json.Obj other) {
        var names = new HashSet<>(one.members().keySet());
        names.addAll(other.members().keySet());
        return names;
    }
}
