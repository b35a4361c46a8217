// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.constitution.Account;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.ActionFacts;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Expression;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.Iban;
import org.folkmoot.constitution.Nearest;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Totals;
import org.folkmoot.constitution.Who;
import org.folkmoot.policy.Voter;

/** Looks into expressions for names that do not exist and for conditions that have no answer. */
final class CheckExpressions {
    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in", "_in_", "in");
    private static final Pattern ON_A_CHAIN = Pattern.compile("eip155:[1-9][0-9]{0,15}:0x[0-9a-f]{40}");
    private static final BigInteger MUCH = BigInteger.TEN.pow(12);

    private final Constitution constitution;
    private final Complaints complaints;

    CheckExpressions(Constitution constitution, Complaints complaints) {
        this.constitution = constitution;
        this.complaints = complaints;
    }

    void policy(Policy policy, String path) {
        actions(policy.applies().expression(), Pointer.child(path, "applies"));
        policy.proposing()
                .who()
                .ifPresent(who -> this.who(
                        who, path + "/propose/who", "nobody-may-propose", "Nobody may ever make such a proposal."));
    }

    /** Looks at a condition over members: whether it can be true, and whether it has an answer for everybody. */
    void who(Who who, String path, String id, String words) {
        for (var probe : probes()) {
            try {
                if (!who.admits(probe, Instant.EPOCH) && who.expression().isConstant()) {
                    complaints.error(id, path, words);
                    return;
                }
            } catch (ExpressionFailed e) {
                var roles = probe.roles().isEmpty() ? "without a role" : "who is a founder";
                complaints.error("who-fails", path, "For a member " + roles + ": " + e.getMessage());
                return;
            }
        }
    }

    // Two members whom every condition must have an answer for: one with nothing, one with everything.
    private List<Voter> probes() {
        var much = constitution.assets().keySet().stream().collect(Collectors.toMap(code -> code, _ -> MUCH));
        return List.of(
                new Voter("0".repeat(64), Instant.EPOCH, List.of(), Map.of()),
                new Voter("f".repeat(64), Instant.EPOCH, List.of(Who.FOUNDER), much));
    }

    private void actions(Expression applies, String path) {
        applies.nodes().map(node -> node.expr()).forEach(expr -> {
            if (expr.getKind() == Kind.SELECT) {
                known(expr.select().field(), ActionFacts.NAMES, "unknown-fact", path, "An action has no '");
            } else if (expr.getKind() == Kind.CALL && expr.call().function().equals(Totals.TOTAL_TO)) {
                texts(expr.call().args().getLast()).forEach(account -> fact("to", account, path));
            } else if (expr.getKind() == Kind.CALL
                    && COMPARISONS.contains(expr.call().function())) {
                comparison(expr.call().args(), path);
            }
        });
    }

    // a.asset == 'EUR', 'EUR' == a.asset, a.asset in ['EUR', 'USD']
    private void comparison(List<CelExpr> sides, String path) {
        for (var side : sides) {
            if (side.getKind() == Kind.SELECT) {
                sides.stream()
                        .flatMap(CheckExpressions::texts)
                        .forEach(text -> fact(side.select().field(), text, path));
            }
        }
    }

    private static Stream<String> texts(CelExpr expr) {
        return switch (expr.getKind()) {
            case LIST -> expr.list().elements().stream().flatMap(CheckExpressions::texts);
            case CONSTANT ->
                expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                        ? Stream.of(expr.constant().stringValue())
                        : Stream.empty();
            default -> Stream.empty();
        };
    }

    private void fact(String name, String value, String path) {
        switch (name) {
            case "type" -> known(value, Action.TYPES, "unknown-action", path, "There is no action '");
            case "asset" -> known(value, constitution.assets().keySet(), "unknown-asset", path, "There is no asset '");
            case "from", "to" -> {
                if (!value.startsWith(Account.MEMBER) && !(name.equals("to") && isOutside(value))) {
                    var accounts = new LinkedHashSet<>(constitution.accounts().keySet());
                    accounts.add(Account.TREASURY);
                    known(value, accounts, "unknown-account", path, "There is no account '");
                }
            }
            default -> {} // other facts may be anything
        }
    }

    /** Whether it is a payee of a payout as conditions see it: an account at a bank, or an address on a chain (CAIP-10). */
    private static boolean isOutside(String value) {
        return ON_A_CHAIN.matcher(value).matches() || Iban.isWritten(value);
    }

    private void known(String word, Collection<String> known, String id, String path, String words) {
        Optional.of(word)
                .filter(said -> !known.contains(said))
                .ifPresent(said -> complaints.error(id, path, words + said + "'.", Nearest.to(said, known)));
    }
}
