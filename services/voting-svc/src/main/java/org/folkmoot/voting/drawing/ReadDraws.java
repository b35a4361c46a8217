// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.sortition.Person;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/** Reads draws, who can be drawn, and the file from which anybody draws again. Who the members are is shown to those who may know. */
@ApplicationScoped
class ReadDraws {
    private static final int PIECE = 1_000;

    /** Somebody who can be drawn. */
    @Schema(name = "DrawPerson")
    record PersonView(
            Hash member,

            @Schema(description = "The body of each stratum that they belong to")
            Map<String, String> properties) {
        static PersonView of(Person person) {
            return new PersonView(Hash.parse(person.id()), person.properties());
        }
    }

    private final DrawStore draws;
    private final PoolStore pools;
    private final SeedStore seeds;
    private final Plans plans;
    private final Reader reader;
    private final Clock clock;

    ReadDraws(DrawStore draws, PoolStore pools, SeedStore seeds, Plans plans, Reader reader, Clock clock) {
        this.draws = draws;
        this.pools = pools;
        this.seeds = seeds;
        this.plans = plans;
        this.reader = reader;
        this.clock = clock;
    }

    DrawView one(Hash id) {
        return view(find(id));
    }

    /** The same for somebody whose act about it was just taken, which only a member's is. */
    DrawView after(Hash id) {
        return view(known(id));
    }

    /** The newest first. */
    Page<DrawView> of(Hash community, Paging paging) {
        reader.checkRoll(community);
        var rows = draws.page(community, paging.afterNumber(Long.MAX_VALUE), paging.rows());
        // What belongs to a draw is read for all of them at once, however many there are on the page.
        var panels = pools.panels(rows.stream().map(Known::no).toList());
        var committers = seeds.committers(rows);
        return Page.of(
                rows,
                paging.limit(),
                draw -> Long.toString(draw.no()),
                draw -> view(
                        draw,
                        committers.getOrDefault(draw.no(), List.of()),
                        panels.getOrDefault(draw.no(), List.of())));
    }

    Page<PersonView> people(Hash id, Paging paging) {
        var draw = find(id);
        var people = pools.page(draw.no(), strata(draw), paging.afterHash(), paging.rows());
        return Page.of(people, paging.limit(), Person::id, PersonView::of);
    }

    DrawFileView file(Hash id) {
        var draw = find(id);
        return DrawFileView.of(
                draw, plans.of(draw), seeds.committers(draw.no(), draw.round().number()));
    }

    /** A table with a head, in the order of the ids. */
    void csv(Known draw, OutputStream to) throws IOException {
        var strata = strata(draw);
        var writer = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
        writer.write(line("id", List.copyOf(strata)));
        var after = Optional.<Hash>empty();
        for (var piece = pools.page(draw.no(), strata, after, PIECE); !piece.isEmpty(); ) {
            for (var person : piece)
                writer.write(line(
                        person.id(),
                        strata.stream().map(person.properties()::get).toList()));
            after = Optional.of(Hash.parse(piece.getLast().id()));
            piece = pools.page(draw.no(), strata, after, PIECE);
        }
        writer.flush();
    }

    /** A draw whose people the caller may see. */
    Known find(Hash id) {
        var draw = known(id);
        reader.checkRoll(draw.order().community());
        return draw;
    }

    private Known known(Hash id) {
        return draws.find(id).orElseThrow(() -> new Refused(new Refusal.DrawUnknown(id)));
    }

    // Names of bodies and strata need no quotation marks.
    private static String line(String first, List<String> others) {
        return first + (others.isEmpty() ? "" : "," + String.join(",", others)) + "\n";
    }

    private Set<String> strata(Known draw) {
        return Plans.strata(plans.of(draw));
    }

    private DrawView view(Known draw) {
        var committers = seeds.committers(draw.no(), draw.round().number());
        return view(draw, committers, pools.panels(List.of(draw.no())).getOrDefault(draw.no(), List.of()));
    }

    private DrawView view(Known draw, List<SeedStore.Committer> committers, List<Hash> panel) {
        return DrawView.of(draw, plans.of(draw), committers, panel, clock.instant());
    }
}
