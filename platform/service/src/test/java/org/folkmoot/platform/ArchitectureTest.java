// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.folkmoot.testkit.ArchitectureRules;

@AnalyzeClasses(packages = "org.folkmoot.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.folkmoot.platform.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = ArchitectureRules.NO_FIELD_INJECTION;

    @ArchTest
    static final ArchRule NO_SLEEP = ArchitectureRules.NO_SLEEP;

    @ArchTest
    static final ArchRule NO_JAVA_UTIL_LOGGING = ArchitectureRules.NO_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = ArchitectureRules.NO_STANDARD_STREAMS;
}
