// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.constitution.Account;
import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Changes;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Nearest;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Who;
import org.folkmoot.policy.Need;

/** Looks at who votes: bodies that are always empty, powers that nobody can weigh, exclusions that exclude nobody. */
final class CheckBodies {
    private static final Pattern MEMBER = Pattern.compile("(" + Account.MEMBER + ")?[0-9a-f]{64}");

    private final Constitution constitution;
    private final Plugins plugins;
    private final Complaints complaints;

    CheckBodies(Constitution constitution, Plugins plugins, Complaints complaints) {
        this.constitution = constitution;
        this.plugins = plugins;
        this.complaints = complaints;
    }

    void all() {
        var expressions = new CheckExpressions(constitution, complaints);
        constitution.bodies().forEach((name, body) -> {
            var path = Pointer.child("/bodies", name);
            needs(body, path);
            expressions.who(body.who(), Pointer.child(path, "who"), "empty-body", "Nobody can ever be in this body.");
            exclusions(body.exclude(), Pointer.child(path, "exclude"));
            ending(body, Pointer.child(path, "changes"));
            splitting(body, path);
        });
    }

    private void needs(Body body, String path) {
        try {
            body.needs(plugins).forEach(need -> need(need, Pointer.child(path, "power")));
        } catch (ConstitutionRefused e) {
            e.complaints().forEach(complaints::add);
        }
    }

    // What no service tells of would be missing from every voter, and the body would always be empty.
    private void need(Need need, String path) {
        switch (need) {
            case Need.Balances(String asset) -> asset(asset, path);
            case Need.Locks(String asset) -> {
                asset(asset, path);
                complaints.error("unknown-fact", path, "Nothing here tells how long anybody has locked " + asset + ".");
            }
            case Need.Holdings(String kind) ->
                complaints.error("unknown-fact", path, "Nothing here tells who owns which " + kind + ".");
        }
    }

    private void asset(String code, String path) {
        var known = constitution.assets().keySet();
        if (!known.contains(code)) {
            complaints.error("unknown-asset", path, "There is no asset '" + code + "'.", Nearest.to(code, known));
        }
    }

    private void exclusions(List<String> exclude, String path) {
        var roles = new ArrayList<>(constitution.roles().keySet());
        roles.add(Who.FOUNDER);
        for (var i = 0; i < exclude.size(); i++) {
            var entry = exclude.get(i);
            if (!roles.contains(entry) && !MEMBER.matcher(entry).matches()) {
                complaints.error(
                        "unknown-exclusion",
                        Pointer.child(path, i),
                        "'" + entry + "' is no role, no member and no member's account.",
                        Nearest.to(entry, roles));
            }
        }
    }

    /** Where an arrival ends every open poll, whoever can arrive at will decides what is never decided. */
    private void ending(Body body, String path) {
        if (body.changes() == Changes.ABORT && CheckMembers.letsAnybodyIn(constitution.admission())) {
            complaints.warning(
                    "abort-by-joining",
                    path,
                    "Anybody joins as often as one makes keys, and whoever joins this body ends all its open polls.");
        }
    }

    /** Who may come in as often as one makes keys has more of a root, and more below a cap, by sharing with oneself. */
    private void splitting(Body body, String path) {
        var bends =
                body.cap().isPresent() || "sqrt".equals(body.power().settings().get("transform"));
        if (bends && CheckMembers.letsAnybodyIn(constitution.admission())) {
            complaints.warning(
                    "split-power",
                    path,
                    "Anybody joins as often as one makes keys, and whoever spreads what one owns has more power here.");
        }
    }
}
