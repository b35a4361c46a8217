// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.ActionRefused;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Unsupported;
import org.folkmoot.constitution.check.Check;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;

/** What a passed action changes about a community's members or rules. */
public sealed interface Change {
    /** Makes the owner of a key a member. */
    record Add(PublicKey key) implements Change {}

    /** Ends a membership. */
    record Remove(Hash member) implements Change {}

    /** Lets a membership go on whose end was appealed against. */
    record Reinstate(Hash member) implements Change {}

    /** Gives a role to a member, for a time or without an end. */
    record Grant(Hash member, String role, Optional<Duration> lasts) implements Change {}

    /** Takes a role from a member. */
    record Revoke(Hash member, String role) implements Change {}

    /** Puts a constitution into force. */
    record Amend(Constitution next) implements Change {}

    /** The actions that are enacted here. */
    Set<String> ACTIONS = Set.of(
            "constitution.amend", "member.add", "member.remove", "member.reinstate", "role.grant", "role.revoke");

    /** Whether an action is enacted here; the others belong to other services. */
    static boolean concerns(Json.Obj action) {
        return action.get("type")
                .filter(type -> type instanceof Json.Str(String name) && ACTIONS.contains(name))
                .isPresent();
    }

    /** Reads an action under the constitution in force, or throws {@link CannotEnact}. */
    static Change read(Json.Obj action, Constitution inForce, Plugins plugins) {
        checkBase(action, inForce);
        return switch (action(action, inForce)) {
            case Action.AddMember add -> added(add.key());
            case Action.RemoveMember remove -> new Remove(remove.member());
            case Action.ReinstateMember reinstate -> new Reinstate(reinstate.member());
            case Action.GrantRole grant ->
                new Grant(grant.member(), grant.role().name(), grant.lasts());
            case Action.RevokeRole revoke ->
                new Revoke(revoke.member(), revoke.role().name());
            case Action.Amend amend -> amended(amend.constitution(), inForce, plugins);
            case Action.Transfer _, Action.Treasury _ ->
                throw new IllegalArgumentException("the treasury is not moved here");
            case Action.DrawRole _ -> throw new IllegalArgumentException("nobody is drawn here");
        };
    }

    /** Another amendment may have passed while this one waited; its authors did not see those rules. */
    private static void checkBase(Json.Obj action, Constitution inForce) {
        if (action.get("base").orElse(null) instanceof Json.Str(String base)
                && !base.equals(inForce.hash().hex()))
            throw new CannotEnact(
                    "base-mismatch", "The amendment is to " + base + ", but in force is " + inForce.hash() + ".");
    }

    private static Action action(Json.Obj action, Constitution inForce) {
        try {
            @SuppressWarnings("unchecked") // the keys of an object are texts
            var plain = (Map<String, Object>) action.plain();
            return Action.read(plain, inForce);
        } catch (ActionRefused refused) {
            var amends = action.get("constitution").isPresent()
                    || action.get("patch").isPresent();
            throw new CannotEnact(amends ? "constitution-refused" : "action-invalid", words(refused.complaints()));
        }
    }

    private static Add added(PublicKey key) {
        if (!key.admissible()) throw new CannotEnact("key-invalid", key.did() + " is not a key that can sign.");
        return new Add(key);
    }

    private static Amend amended(Constitution next, Constitution inForce, Plugins plugins) {
        if (next.equals(inForce))
            throw new CannotEnact(
                    "constitution-unchanged", "The constitution " + next.hash() + " is in force already.");
        try {
            return new Amend(Unsupported.refuse(Check.accept(next.canonical(), plugins)));
        } catch (ConstitutionRefused refused) {
            throw new CannotEnact("constitution-refused", words(refused.complaints()));
        }
    }

    private static String words(List<Complaint> complaints) {
        return complaints.stream()
                .map(complaint ->
                        complaint.path().isEmpty() ? complaint.reason() : complaint.path() + ": " + complaint.reason())
                .collect(Collectors.joining(" "));
    }
}
