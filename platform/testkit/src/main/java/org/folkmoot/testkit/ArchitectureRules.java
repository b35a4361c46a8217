// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/**
 * The shape that every service has. A service checks it with two lines:
 *
 * <pre>
 * &#64;AnalyzeClasses(packages = "org.folkmoot.voting", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest { &#64;ArchTest static final ArchTests HOUSE = ArchTests.in(ArchitectureRules.class); }
 * </pre>
 */
public final class ArchitectureRules {
    private static final String DOMAIN = "..domain..";
    private static final String PLATFORM = "org.folkmoot.platform..";
    private static final String KERNEL = "org.folkmoot.constitution..";
    private static final String APPROXIMATE = "double|float|java\\.lang\\.Double|java\\.lang\\.Float";

    /** Rules of governance see facts, not frameworks: they can be recounted anywhere. */
    @ArchTest
    public static final ArchRule DOMAIN_IS_PURE = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    DOMAIN,
                    "java.lang..",
                    "java.util..",
                    "java.math..",
                    "java.time..",
                    "java.nio.charset",
                    "org.jspecify.annotations",
                    "org.folkmoot.policy..",
                    "org.folkmoot.constitution..",
                    "org.folkmoot.record..",
                    "org.folkmoot.sealing..",
                    "org.folkmoot.sortition..")
            .because("the domain is pure: the JDK and the kernel")
            .allowEmptyShould(true);

    /** The time is a parameter. */
    @ArchTest
    public static final ArchRule DOMAIN_HAS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .callMethodWhere(target(With.owner(nameMatching("java\\.time\\..*")).and(nameMatching("now"))))
            .because("the time is a parameter")
            .allowEmptyShould(true);

    /** A feature can be read, changed and deleted alone. */
    @ArchTest
    public static final ArchRule FEATURES_STAND_ALONE = slices().matching("org.folkmoot.(*).(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage(DOMAIN, PLATFORM, KERNEL))
            .because("a feature sees its own package, the domain, the platform and the kernel")
            .allowEmptyShould(true);

    /** A row never leaves its store. */
    @ArchTest
    public static final ArchRule ROWS_STAY_HOME = classes()
            .that()
            .haveSimpleNameEndingWith("Row")
            .should()
            .bePackagePrivate()
            .because("a row is a bag of columns, and only its store knows it")
            .allowEmptyShould(true);

    /** What a bean needs is seen in its constructor. */
    @ArchTest
    public static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .because("constructors say what a bean needs")
            .allowEmptyShould(true);

    /** Votes and money are counted exactly. */
    @ArchTest
    public static final ArchRule NO_APPROXIMATE_FIELDS = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(DOMAIN)
            .should()
            .haveRawType(nameMatching(APPROXIMATE))
            .because("votes and money are counted exactly")
            .allowEmptyShould(true);

    /** Votes and money are counted exactly. */
    @ArchTest
    public static final ArchRule NO_APPROXIMATE_RESULTS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(DOMAIN)
            .should()
            .haveRawReturnType(nameMatching(APPROXIMATE))
            .because("votes and money are counted exactly")
            .allowEmptyShould(true);

    /** Waiting is for a condition, never for a time that somebody guessed. */
    @ArchTest
    public static final ArchRule NO_SLEEP = noClasses()
            .should()
            .callMethodWhere(target(With.owner(nameMatching("java\\.lang\\.Thread|java\\.util\\.concurrent\\.TimeUnit"))
                    .and(nameMatching("sleep"))))
            .because("a wait is for a condition")
            .allowEmptyShould(true);

    /** Services log through JBoss Logging, as Quarkus does. */
    @ArchTest
    public static final ArchRule NO_JAVA_UTIL_LOGGING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging")
            .because("Quarkus has one way to log")
            .allowEmptyShould(true);

    /** Services say things in their log. */
    @ArchTest
    public static final ArchRule NO_STANDARD_STREAMS =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true);

    private ArchitectureRules() {}
}
