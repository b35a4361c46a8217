// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Account;
import org.folkmoot.constitution.AdmissionPlan;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Policy;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;

/** Looks for rules that cannot work together, before anybody lives by them. */
public final class Check {
    /** The largest canonical form: beside it an act that founds or amends has room for founders, title and text. */
    static final int MAX_CANONICAL = 48 * 1024;

    private final Scene scene;
    private final Constitution constitution;
    private final Plugins plugins;
    private final Complaints complaints;

    private Check(Scene scene) {
        this.scene = scene;
        this.constitution = scene.constitution();
        this.plugins = scene.plugins();
        this.complaints = scene.complaints();
    }

    /** Says what cannot work in these rules, and what will surprise; an error refuses a founding or an amendment. */
    public static List<Complaint> of(Constitution constitution, Plugins plugins) {
        return found(new Scene(constitution, plugins, Optional.empty()));
    }

    /** Says also what cannot work with the members of today. */
    public static List<Complaint> of(Constitution constitution, Plugins plugins, Rolls rolls) {
        return found(new Scene(constitution, plugins, Optional.of(rolls)));
    }

    private static List<Complaint> found(Scene scene) {
        new Check(scene).all();
        return scene.complaints().found();
    }

    /** Reads a constitution that a community is to live by: also refused if an error is found. */
    public static Constitution accept(byte[] yamlOrJson, Plugins plugins) {
        var constitution = Constitution.read(yamlOrJson);
        var errors =
                of(constitution, plugins).stream().filter(Complaint::isError).toList();
        if (!errors.isEmpty()) {
            throw new ConstitutionRefused(errors);
        }
        return constitution;
    }

    private void all() {
        size();
        admission();
        new CheckMembers(constitution, complaints).all();
        new CheckBodies(constitution, plugins, complaints).all();
        accounts();
        policies();
        new CheckOrder(constitution, complaints).all();
        new CheckRouting(constitution, complaints).all();
        new CheckEntrenchment(constitution, complaints).all();
    }

    private void policies() {
        var dockets = new ArrayList<Docket>();
        var chambers = new CheckChambers(scene);
        var sealing = new CheckSealing(scene);
        var turnover = new CheckTurnover(scene);
        for (var i = 0; i < constitution.policies().size(); i++) {
            var policy = constitution.policies().get(i);
            var path = Pointer.child("/policies", i);
            chambers.policy(policy, path);
            sealing.policy(policy);
            turnover.policy(policy);
            new CheckExpressions(constitution, complaints).policy(policy, path);
            new CheckProposing(scene).policy(policy, path);
            new CheckRetention(scene).policy(policy, path);
            docket(policy, path).ifPresent(dockets::add);
        }
        chambers.unused();
        sealing.trustees();
        new CheckLanes(scene).all(dockets);
    }

    // A plugin that fails in a trial would fail in a poll.
    private Optional<Docket> docket(Policy policy, String path) {
        try {
            var docket = Docket.of(policy, path, scene);
            docket.ifPresent(this::look);
            return docket;
        } catch (PluginFailed e) {
            complaints.error("plugin-failed", path, e.sentence());
            return Optional.empty();
        }
    }

    private void look(Docket docket) {
        new CheckShares(scene).policy(docket);
        new CheckMethods(scene).policy(docket);
        new CheckChambers(scene).docket(docket);
        new CheckReach(scene).policy(docket);
        new CheckTurnout(scene).policy(docket);
        new CheckEarly(scene).policy(docket);
        new CheckDelegation(scene).policy(docket);
        new CheckWindows(scene).policy(docket);
        new CheckTrends(scene).policy(docket);
        new CheckGrowth(scene).policy(docket);
    }

    private void size() {
        var size = constitution.canonical().length;
        if (size > MAX_CANONICAL) {
            complaints.error(
                    "too-large",
                    "",
                    "Without comments the constitution has " + size + " bytes; an act has room for " + MAX_CANONICAL
                            + ".");
        }
    }

    private void admission() {
        admission(constitution.admission());
    }

    private void admission(AdmissionPlan plan) {
        switch (plan) {
            case AdmissionPlan.Model(PluginCall call) -> {
                bind(() -> plugins.admission(call), call.path());
                keys(Json.of(call.settings()), call.path());
            }
            case AdmissionPlan.AtLeast several -> several.of().forEach(this::admission);
        }
    }

    // A key with a wrong digit admits nobody, and nobody notices until somebody knocks.
    private void keys(Json json, String path) {
        switch (json) {
            case Json.Obj object -> object.members().forEach((name, value) -> keys(value, Pointer.child(path, name)));
            case Json.Arr array -> {
                for (var i = 0; i < array.items().size(); i++) {
                    keys(array.items().get(i), Pointer.child(path, i));
                }
            }
            case Json.Str(String text) -> {
                if (text.startsWith("did:") && !isKey(text)) {
                    complaints.error("bad-key", path, "'" + text + "' is not a key that can sign.");
                }
            }
            case Json.Int _, Json.Bool _ -> {}
        }
    }

    private static boolean isKey(String did) {
        try {
            return PublicKey.parse(did).admissible();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void accounts() {
        for (var asset : constitution.assets().values()) {
            var opening = constitution.accounts().values().stream()
                    .filter(account -> account.asset().equals(asset.code()))
                    .map(Account::opening)
                    .reduce(BigInteger.ZERO, BigInteger::add);
            asset.cap()
                    .filter(cap -> opening.compareTo(cap) > 0)
                    .ifPresent(cap -> complaints.error(
                            "opening-over-cap",
                            Pointer.child("/assets", asset.code()),
                            "The accounts open with " + asset.decimal(opening) + ", more than the cap of "
                                    + asset.decimal(cap) + "."));
            if (asset.kind() == Asset.Kind.MUTUAL_CREDIT && opening.signum() > 0) {
                complaints.error(
                        "opening-of-credit",
                        Pointer.child("/assets", asset.code()),
                        asset.code() + " is mutual credit, which nobody issues: no account opens with any.");
            }
        }
    }

    private void bind(Runnable binding, String path) {
        try {
            binding.run();
        } catch (ConstitutionRefused e) {
            e.complaints().forEach(complaints::add);
        } catch (PluginFailed e) {
            complaints.error("plugin-failed", path, e.sentence());
        }
    }
}
