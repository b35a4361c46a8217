// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.folkmoot.testkit.ArchitectureRules;

/** The shape that every service has. */
@AnalyzeClasses(packages = "org.folkmoot.voting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(ArchitectureRules.class);
}
