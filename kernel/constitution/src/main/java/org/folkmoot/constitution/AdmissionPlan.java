// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;

/** How people become members: one admission model, or several that are put together. */
public sealed interface AdmissionPlan {
    /** Whether an admission model is asked anywhere in the plan. */
    boolean asks(String model);

    /** The rule of one plugin. */
    record Model(PluginCall call) implements AdmissionPlan {
        @Override
        public boolean asks(String model) {
            return call.id().equals(model);
        }
    }

    /**
     * So many of several parts must say yes: all of them, any one of them, or a number in between.
     *
     * @param count how many, from 1 to as many as there are
     */
    record AtLeast(int count, List<AdmissionPlan> of) implements AdmissionPlan {
        public AtLeast {
            of = List.copyOf(of);
            if (count < 1 || count > of.size()) {
                throw new IllegalArgumentException(count + " of " + of.size() + " parts cannot be asked for");
            }
        }

        @Override
        public boolean asks(String model) {
            return of.stream().anyMatch(part -> part.asks(model));
        }
    }
}
