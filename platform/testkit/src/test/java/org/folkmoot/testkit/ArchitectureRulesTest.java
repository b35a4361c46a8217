// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureRulesTest {
    private static final JavaClasses WRONG = new ClassFileImporter().importPackages("org.folkmoot.wrong");
    private static final JavaClasses RIGHT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(Hash.class);

    @TestFactory
    Stream<DynamicTest> everyRuleSeesItsBreach() {
        return rules().map(rule -> DynamicTest.dynamicTest(
                rule.getDescription(),
                () -> assertThat(rule.evaluate(WRONG).hasViolation()).isTrue()));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleLetsGoodCodePass() {
        return rules().map(rule -> DynamicTest.dynamicTest(
                rule.getDescription(),
                () -> assertThat(rule.evaluate(RIGHT).getFailureReport().getDetails())
                        .isEmpty()));
    }

    private static Stream<ArchRule> rules() {
        return Arrays.stream(ArchitectureRules.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        return (ArchRule) field.get(ArchitectureRules.class);
                    } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                });
    }
}
