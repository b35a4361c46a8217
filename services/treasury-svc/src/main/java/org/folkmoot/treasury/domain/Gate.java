// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.List;
import java.util.Optional;

/** Says whether limits let something move that nothing else is in the way of, and counts what moved. */
public interface Gate {
    /** There are no limits, so nobody spends within one. */
    Gate NONE = new Gate() {
        @Override
        public Optional<Refusal> fault(Order order, List<Line> lines, Accounts accounts) {
            return order instanceof Order.Spend spend
                    ? Optional.of(new Refusal.NotPermitted(
                            spend.spender(), spend.leg().debit(), spend.leg().asset()))
                    : Optional.empty();
        }

        @Override
        public void moved(Order order, List<Line> lines) {
            // nothing counts
        }

        @Override
        public Gate trial() {
            return this;
        }
    };

    /** Says how an account stands before an order, if it is there. */
    @FunctionalInterface
    interface Accounts {
        Optional<Account> at(Seat seat);
    }

    /** What is in the way of an order that would move these lines. */
    Optional<Refusal> fault(Order order, List<Line> lines, Accounts accounts);

    /** Counts the lines of an order that was posted. */
    void moved(Order order, List<Line> lines);

    /** This, and then another one. */
    default Gate and(Gate next) {
        var first = this;
        return new Gate() {
            @Override
            public Optional<Refusal> fault(Order order, List<Line> lines, Accounts accounts) {
                return first.fault(order, lines, accounts).or(() -> next.fault(order, lines, accounts));
            }

            @Override
            public void moved(Order order, List<Line> lines) {
                first.moved(order, lines);
                next.moved(order, lines);
            }

            @Override
            public Gate trial() {
                return first.trial().and(next.trial());
            }
        };
    }

    /** The same at this moment, for orders of which nobody knows yet whether they will be done. */
    Gate trial();
}
