// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.List;
import org.folkmoot.policies.Election.Settings;
import org.folkmoot.policy.Evidence;
import org.folkmoot.policy.testkit.AdmissionRuleContract;

class ElectionTest extends AdmissionRuleContract<Settings> {

    @Override
    protected Election plugin() {
        return new Election();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(new Settings());
    }

    @Override
    protected Evidence convincing(Settings settings) {
        return NOTHING.elected();
    }
}
