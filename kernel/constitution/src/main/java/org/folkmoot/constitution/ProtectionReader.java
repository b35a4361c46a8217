// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads which clauses are protected: those that the section names, and the policies that are entrenched. */
final class ProtectionReader {
    static final String ENTRENCHED = "entrenched";
    private static final int MAX_CLAUSES = 200;
    private static final int MAX_PATH = 500;

    private ProtectionReader() {}

    static List<Protection> read(Optional<Value> section, Value policies) {
        var found = new ArrayList<Protection>();
        section.map(Value::list).orElse(List.of()).forEach(value -> found.add(clause(value)));
        section.filter(value -> found.size() > MAX_CLAUSES)
                .ifPresent(value -> value.bad("There are more than " + MAX_CLAUSES + " clauses.", "", ""));
        var before = new HashSet<String>();
        for (var protection : found) {
            if (!protection.clause().isEmpty() && !before.add(protection.clause())) {
                section.ifPresent(value ->
                        value.complain("duplicate-clause", "'" + protection.clause() + "' is protected twice."));
            }
        }
        found.addAll(entrenched(policies));
        return List.copyOf(found);
    }

    private static Protection clause(Value value) {
        var section = value.section();
        var clause = section.need("clause");
        var by = section.need("by");
        SectionsReader.checkName(by);
        var path = clause.words(MAX_PATH);
        if (clause.isText() && !path.isEmpty() && Clauses.steps(path).isEmpty()) {
            clause.bad("'" + path + "' is not the path of a clause, such as /bodies/citizens.", "", "");
        }
        section.finish();
        return new Protection(path, by.text(), clause.path());
    }

    // The policies were read before, with every complaint there is about them.
    private static List<Protection> entrenched(Value policies) {
        var found = new ArrayList<Protection>();
        if (policies.data() instanceof List<?> list) {
            for (var i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof java.util.Map<?, ?> policy
                        && Boolean.TRUE.equals(policy.get(ENTRENCHED))
                        && policy.get("name") instanceof String name) {
                    var at = Pointer.child(Pointer.child(policies.path(), i), ENTRENCHED);
                    found.add(new Protection(Pointer.child("/" + Clauses.POLICIES, name), name, at));
                }
            }
        }
        return found;
    }
}
