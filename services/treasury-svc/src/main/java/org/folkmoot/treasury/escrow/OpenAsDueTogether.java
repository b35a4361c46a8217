// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.treasury.ActionJson;
import org.folkmoot.treasury.DecidedTogether;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Refusal;
import org.folkmoot.treasury.domain.escrow.Decided;

/** Promises what an account pays as it is due, together with what else a passed proposal says. The ledger moves nothing for it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class OpenAsDueTogether implements DecidedTogether {
    private final OpenAsDue openAsDue;
    private final EscrowDesk desk;
    private final Clock clock;

    OpenAsDueTogether(OpenAsDue openAsDue, EscrowDesk desk, Clock clock) {
        this.openAsDue = openAsDue;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return openAsDue.types();
    }

    @Override
    public boolean owns(ActionJson action) {
        return openAsDue.owns(action);
    }

    @Override
    public List<Part> plan(List<EnactmentDueV1> parts) {
        return parts.stream().map(this::plan).toList();
    }

    private Part plan(EnactmentDueV1 due) {
        var asked = OpenAsDue.asked(due);
        var earlier = desk.earlier(asked);
        if (earlier.isPresent()) return new EnactEscrowsTogether.Known(EnactEscrow.done(earlier.get()));
        var make = OpenAsDue.make(due);
        return new Promise(openAsDue, desk, asked, make, openAsDue.fault(asked.community(), make), clock.instant());
    }

    private record Promise(
            OpenAsDue openAsDue,
            EscrowDesk desk,
            TakeStep.Asked asked,
            Decided.Make make,
            Optional<Refusal> fault,
            Instant now)
            implements Part {
        @Override
        public Done done() {
            return EnactEscrow.done(openAsDue.open(asked, make));
        }

        @Override
        public Done refused(Refusal because) {
            return EnactEscrow.done(desk.refuse(asked, because, now));
        }
    }
}
