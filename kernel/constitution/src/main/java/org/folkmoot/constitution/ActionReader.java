// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/** Reads actions and checks them against a constitution. */
final class ActionReader {
    /** The most actions of one proposal. */
    static final int MAX_ACTIONS = 32;

    private static final int MAX_OPTION = 500;

    private final Constitution constitution;
    private final Function<byte[], Constitution> readNext;

    private ActionReader(Constitution constitution, Function<byte[], Constitution> readNext) {
        this.constitution = constitution;
        this.readNext = readNext;
    }

    static Action one(Map<String, Object> action, Constitution constitution) {
        var complaints = new Complaints(_ -> Spot.START);
        var read = new ActionReader(constitution, Constitution::read).action(new Section(action, "", complaints, true));
        return refuseIf(complaints, read).orElseThrow();
    }

    static List<Action> all(
            List<?> actions,
            List<String> options,
            Constitution constitution,
            Function<byte[], Constitution> accepting) {
        var complaints = new Complaints(_ -> Spot.START);
        var reader = new ActionReader(constitution, accepting);
        var read = new ArrayList<Action>();
        for (var value : new Value(actions, "", complaints).list()) {
            reader.action(value.section()).ifPresent(action -> {
                checkOption(action, options, value);
                read.add(action);
            });
        }
        if (actions.size() > MAX_ACTIONS) {
            complaints.error("bad-value", "", "A proposal has at most " + MAX_ACTIONS + " actions.");
        }
        return refuseIf(complaints, List.copyOf(read));
    }

    private static <T> T refuseIf(Complaints complaints, T read) {
        if (!complaints.none()) {
            throw new ActionRefused(complaints.found());
        }
        return read;
    }

    private static void checkOption(Action action, List<String> options, Value value) {
        action.option()
                .filter(option -> !options.contains(option))
                .ifPresent(option -> value.section()
                        .need("option")
                        .bad("'" + option + "' is not an option of the proposal.", Nearest.to(option, options), ""));
    }

    private Optional<Action> action(Section section) {
        var type = section.need("type");
        var option = section.find("option").map(value -> value.words(MAX_OPTION));
        Optional<Action> action = switch (type.text()) {
            case Action.Transfer.TYPE -> Optional.of(new TreasuryReader(constitution, section).transfer(option));
            case Action.Amend.TYPE -> new AmendReader(constitution, readNext).read(section, option);
            case Action.AddMember.TYPE ->
                read(section.need("key"), PublicKey::parse, "a key such as did:key:z6Mk…")
                        .map(key -> new Action.AddMember(key, option));
            case Action.RemoveMember.TYPE -> member(section).map(member -> new Action.RemoveMember(member, option));
            case Action.ReinstateMember.TYPE ->
                member(section).map(member -> new Action.ReinstateMember(member, option));
            case Action.GrantRole.TYPE -> grant(section, option);
            case Action.RevokeRole.TYPE -> revoke(section, option);
            case Action.DrawRole.TYPE -> draw(section, option);
            default -> {
                if (Action.Treasury.TYPES.contains(type.text()))
                    yield Optional.of(new TreasuryReader(constitution, section).read(type.text(), option));
                section.rest();
                var hint = Nearest.to(type.text(), Action.TYPES);
                yield type.isText()
                        ? type.bad("There is no action '" + type.text() + "'.", hint, Optional.empty())
                        : Optional.empty();
            }
        };
        section.finish();
        return action;
    }

    private Optional<Action> grant(Section section, Optional<String> option) {
        var member = member(section);
        var role = role(section);
        var term = term(section, role);
        return member.flatMap(id -> role.map(known -> new Action.GrantRole(id, known, term, option)));
    }

    private Optional<Action> draw(Section section, Optional<String> option) {
        var role = role(section);
        return new DrawReader(constitution, section)
                .read(role, term(section, role))
                .map(plan -> new Action.DrawRole(plan, option));
    }

    private static Optional<Duration> term(Section section, Optional<Role> role) {
        var written = section.find("term");
        var term = written.map(Value::duration);
        var most = role.flatMap(Role::term);
        written.ifPresent(value -> {
            if (term.get().isZero()
                    || most.filter(longest -> term.get().compareTo(longest) > 0).isPresent()) {
                value.bad(
                        "The role is given for some time"
                                + most.map(longest -> ", at most " + longest).orElse("") + ".",
                        most.map(Object::toString).orElse("P365D"),
                        "");
            }
        });
        return term;
    }

    private Optional<Action> revoke(Section section, Optional<String> option) {
        var member = member(section);
        return role(section).flatMap(role -> member.map(id -> new Action.RevokeRole(id, role, option)));
    }

    private static Optional<Hash> member(Section section) {
        return read(section.need("member"), Hash::parse, "a member's hash");
    }

    private Optional<Role> role(Section section) {
        var value = section.need("role");
        var role = Optional.ofNullable(constitution.roles().get(value.text()));
        if (role.isEmpty() && value.isText()) {
            var known = constitution.roles().keySet();
            value.bad("There is no role '" + value.text() + "'.", Nearest.to(value.text(), known), "");
        }
        return role;
    }

    static <T> Optional<T> read(Value value, Function<String, T> parse, String what) {
        var text = value.text();
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException _) {
            return value.isText()
                    ? value.bad("'" + text + "' is not " + what + ".", "", Optional.empty())
                    : Optional.empty();
        }
    }
}
