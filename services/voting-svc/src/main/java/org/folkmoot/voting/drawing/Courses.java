// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.voting.domain.drawing.Course;
import org.folkmoot.voting.domain.drawing.Said;

/** Reads how far the present round of a draw is. */
@ApplicationScoped
class Courses {
    private final SeedStore seeds;
    private final Plans plans;

    Courses(SeedStore seeds, Plans plans) {
        this.seeds = seeds;
        this.plans = plans;
    }

    Course of(Known draw) {
        var allowed = new TreeSet<String>();
        var said = new TreeMap<String, Said>();
        for (var committer : seeds.committers(draw.no(), draw.round().number()))
            if (committer.withheldIn().isEmpty()) {
                allowed.add(committer.member().hex());
                committer.said().ifPresent(one -> said.put(committer.member().hex(), one));
            }
        return new Course(draw.id(), allowed, plans.of(draw).seed().least(), draw.round(), said);
    }
}
