// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections of a constitution, read. */
record Sections(
        String name,
        String text,
        Map<String, Asset> assets,
        Map<String, Account> accounts,
        PluginCall admission,
        Map<String, Body> bodies,
        List<Policy> policies,
        Optional<Validators> validators) {}
