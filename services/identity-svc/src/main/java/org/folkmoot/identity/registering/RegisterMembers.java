// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.registering;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.identity.Gate;
import org.folkmoot.identity.Gates;
import org.folkmoot.identity.domain.Newcomer;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.identity.domain.Registration;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.membership.Admission;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.SignedAct;

/**
 * Reads a registration as it arrives and checks everything that needs no transaction; only a list that is whole and
 * signed for comes before the database.
 */
@ApplicationScoped
class RegisterMembers {
    private static final int BATCH = 1_000;

    private final ActDesk desk;
    private final Gates gates;
    private final MembershipStore membership;
    private final AdmitMembers admitMembers;

    RegisterMembers(ActDesk desk, Gates gates, MembershipStore membership, AdmitMembers admitMembers) {
        this.desk = desk;
        this.gates = gates;
        this.membership = membership;
        this.admitMembers = admitMembers;
    }

    Registered handle(Hash community, InputStream body) {
        var lines = new MemberLines(body);
        var opened = desk.open(lines.act(Envelope.MAX_BYTES), Expected.of(Registration.ACT, community));
        var registration = Registration.read(opened.act().body());
        try (var waiting = Waiting.begin()) {
            read(lines, registration, gate(opened), waiting);
            return admitMembers.handle(opened, waiting);
        }
    }

    private Gate gate(SignedAct opened) {
        var community = opened.act().community();
        return gates.gate(
                membership
                        .community(community)
                        .orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(community))),
                opened.act());
    }

    private static void read(MemberLines lines, Registration registration, Gate gate, Waiting waiting) {
        List<byte[]> batch;
        do {
            long first = lines.lines() + 1;
            batch = lines.members(BATCH, Newcomer.LONGEST_LINE);
            registration.checkNotAbove(waiting.size() + batch.size());
            waiting.add(check(batch, first, gate));
        } while (batch.size() == BATCH);
        registration.check(waiting.size(), lines.roll());
    }

    /** The check of a key takes longer than everything else about a member together, so all processors take part. */
    private static List<Admission> check(List<byte[]> batch, long first, Gate gate) {
        var places = IntStream.range(0, batch.size());
        try {
            return places.parallel()
                    .mapToObj(i -> check(batch.get(i), first + i, gate))
                    .toList();
        } catch (Refused anyOfThem) {
            // One after the other, so that the first line that is wrong is the one that is named.
            for (int i = 0; i < batch.size(); i++) check(batch.get(i), first + i, gate);
            throw anyOfThem;
        }
    }

    private static Admission check(byte[] text, long line, Gate gate) {
        var newcomer = Newcomer.read(text, line);
        gate.admit(newcomer.key());
        return new Admission(MemberIds.of(gate.community(), newcomer.key()), newcomer.key());
    }
}
