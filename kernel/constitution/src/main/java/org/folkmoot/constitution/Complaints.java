// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong with one document, so that its author hears of all of it at once. */
public final class Complaints {
    /** Knows where in the text a path is. */
    public interface Places {
        /** The place of the value at a path, or of the nearest value around it. */
        Spot spot(String path);

        /** The place of the name that leads to a path. */
        default Spot keySpot(String path) {
            return spot(path);
        }
    }

    /** Nobody reads more than this at once, and a hostile document could have thousands. */
    private static final int MAX = 500;

    private final Places places;
    private final List<Complaint> found = new ArrayList<>();

    /** Makes an empty collection for a document whose places are known. */
    public Complaints(Places places) {
        this.places = places;
    }

    /** Complains about the value at a path. */
    public void error(String id, String path, String reason) {
        error(id, path, reason, "");
    }

    /** Complains about the value at a path, and says what may have been meant. */
    public void error(String id, String path, String reason, String suggestion) {
        add(Severity.ERROR, id, path, places.spot(path), reason, suggestion);
    }

    /** Complains about the name of a member rather than about its value. */
    public void errorAtKey(String id, String path, String reason, String suggestion) {
        add(Severity.ERROR, id, path, places.keySpot(path), reason, suggestion);
    }

    /** Says what will surprise at a path. */
    public void warning(String id, String path, String reason) {
        warning(id, path, reason, "");
    }

    /** Says what will surprise at a path, and what may have been meant. */
    public void warning(String id, String path, String reason, String suggestion) {
        add(Severity.WARNING, id, path, places.spot(path), reason, suggestion);
    }

    /** What was found, in the order of the text. */
    public List<Complaint> found() {
        return found.stream()
                .sorted(Comparator.comparingInt(Complaint::line).thenComparingInt(Complaint::column))
                .toList();
    }

    /** Tells whether there is no use in looking further. */
    public boolean full() {
        return found.size() >= MAX;
    }

    /** Tells whether nothing was found. */
    public boolean none() {
        return found.isEmpty();
    }

    /** Takes a complaint over from somebody who did not know the place. */
    public void add(Complaint complaint) {
        var path = complaint.path();
        var atKey = complaint.id().equals("unknown-key") || complaint.id().equals("duplicate-key");
        var spot = atKey ? places.keySpot(path) : places.spot(path);
        add(complaint.severity(), complaint.id(), path, spot, complaint.reason(), complaint.suggestion());
    }

    /** Refuses the document if anything was found. */
    public void refuse() {
        if (!none()) {
            throw new ConstitutionRefused(found());
        }
    }

    private void add(Severity severity, String id, String path, Spot spot, String reason, String suggestion) {
        if (full()) {
            return;
        }
        found.add(new Complaint(id, severity, path, spot.line(), spot.column(), reason, suggestion));
    }
}
