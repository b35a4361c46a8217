// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.record.PasskeyRules;

/** The sections of a constitution, read. */
record Sections(
        String name,
        String text,
        Map<String, Asset> assets,
        Map<String, Account> accounts,
        AdmissionPlan admission,
        Membership membership,
        Map<String, Role> roles,
        PasskeyRules passkeys,
        Map<String, Body> bodies,
        List<Policy> policies,
        List<String> strictest,
        List<Protection> protections,
        Optional<Validators> validators,
        Optional<Trustees> trustees,
        TreasuryRules treasury) {}
