// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Document;
import org.folkmoot.constitution.Section;
import org.folkmoot.constitution.Value;

/**
 * A YAML or JSON text that says what was counted in a poll, or in several.
 *
 * <p>It is as strict as a constitution: what it says and nobody understands refuses it, with line, column and path. What
 * the polls of one document have in common is said once, beside {@code tallies}.
 */
public final class TallyDocument {
    private static final String TALLIES = "tallies";

    private final Document document;

    private TallyDocument(Document document) {
        this.document = document;
    }

    /** Reads the form of a document, or throws {@link ConstitutionRefused}. */
    public static TallyDocument read(byte[] yamlOrJson) {
        return new TallyDocument(Document.read(yamlOrJson));
    }

    /** The policy that the document names for all its polls. */
    public Optional<String> policy() {
        return Optional.ofNullable(document.data().get("policy")).map(Object::toString);
    }

    /** Whether it tells of polls in a list rather than of one. */
    public boolean several() {
        return document.data().containsKey(TALLIES);
    }

    /** The one poll, or {@link ConstitutionRefused} with everything that is wrong. */
    public Tally tally(Judges judges) {
        var complaints = complaints();
        var root = document.root(complaints);
        var tally = TallyReader.read(new Said(root, root), judges);
        root.finish();
        complaints.refuse();
        return tally.orElseThrow();
    }

    /** Every poll of the document: those under {@code tallies}, or the one that it is. */
    public List<Tally> tallies(Judges judges) {
        if (!several()) {
            return List.of(tally(judges));
        }
        var complaints = complaints();
        var root = document.root(complaints);
        var tallies = new ArrayList<Tally>();
        for (var value : root.need(TALLIES).list()) {
            var own = value.section();
            TallyReader.read(new Said(own, root), judges).ifPresent(tallies::add);
            own.finish();
        }
        root.finish();
        complaints.refuse();
        return tallies;
    }

    private Complaints complaints() {
        var complaints = document.secondLook();
        document.complaints().found().forEach(complaints::add);
        return complaints;
    }

    /** A poll's own section, and what is said for all polls around it. */
    record Said(Section own, Section around) {
        Optional<Value> find(String name) {
            var found = own.find(name);
            return found.isPresent() || own.path().equals(around.path()) ? found : around.find(name);
        }

        Value need(String name) {
            return find(name).orElseGet(() -> own.need(name));
        }
    }
}
