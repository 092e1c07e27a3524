package org.labcast.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The arrows between the rooms, and what may be used in which room only. */
@AnalyzeClasses(packages = "org.labcast", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modelIsPlain = classes()
            .that()
            .resideInAPackage("org.labcast.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.labcast.model..", "java..", "javax.crypto..", "org.jspecify..");

    @ArchTest
    static final ArchRule correctionIsPure = classes()
            .that()
            .resideInAPackage("org.labcast.correction..")
            // The one class that reads the lists that are shipped beside it.
            .and()
            .doNotHaveFullyQualifiedName("org.labcast.correction.effect.Resources")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.labcast.correction..",
                    "org.labcast.model..",
                    "java.lang..",
                    "java.util..",
                    "org.jspecify..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule shellTextIsPure = classes()
            .that()
            .resideInAPackage("org.labcast.shell..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.labcast.shell..", "java.lang..", "java.util..", "org.jspecify..");

    @ArchTest
    static final ArchRule correctionStartsNothing = noClasses()
            .that()
            .resideInAPackage("org.labcast.correction..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Process.class, ProcessBuilder.class, Runtime.class);

    @ArchTest
    static final ArchRule descriptionsArePlain = classes()
            .that()
            .resideInAnyPackage(
                    "org.labcast.services.acme..",
                    "org.labcast.services.contract..",
                    "org.labcast.services.check..",
                    "org.labcast.services.generate..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.labcast.services.acme..",
                    "org.labcast.services.contract..",
                    "org.labcast.services.check..",
                    "org.labcast.services.generate..",
                    "org.labcast.model..",
                    "java.lang..",
                    "java.util..",
                    "java.math..",
                    "java.time..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule pageNeedsNothingButTheJdk = classes()
            .that()
            .resideInAPackage("org.labcast.services.page..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.labcast.services.page..", "java..", "com.sun.net.httpserver..", "org.jspecify..");

    /** Its virtual machine starts with each command. */
    @ArchTest
    static final ArchRule commandLineNeedsNothingButTheJdk = classes()
            .that()
            .resideInAnyPackage("org.labcast.publisher.thin..", "org.labcast.publisher.wire..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.labcast.publisher.thin..",
                    "org.labcast.publisher.wire..",
                    "java..",
                    "jdk.net..",
                    "org.jspecify..");

    /** The resident publisher runs several commands at a time. */
    @ArchTest
    static final ArchRule commandsLeaveTheStreamsOfTheProcessAlone = noClasses()
            .that()
            .resideInAnyPackage("org.labcast.publisher.cli..", "org.labcast.publisher.report..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in");

    @ArchTest
    static final ArchRule messagingInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.labcast.transport.jms..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.jms..");

    @ArchTest
    static final ArchRule brokerClassesWhereTheyBelong = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.labcast.transport.jms..", "org.labcast.broker..", "org.labcast.publisher.dispatch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.activemq..", "org.apache.artemis..");

    @ArchTest
    static final ArchRule cryptographyInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.labcast.transport.pgp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule sqlInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.labcast.publisher.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule agentKnowsNeitherPublisherNorBroker = noClasses()
            .that()
            .resideInAPackage("org.labcast.agent..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.labcast.publisher..", "org.labcast.broker..");

    @ArchTest
    static final ArchRule publisherKnowsNoAgent = noClasses()
            .that()
            .resideInAPackage("org.labcast.publisher..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.labcast.agent..", "org.labcast.correction..");

    @ArchTest
    static final ArchRule transportIsBelow = noClasses()
            .that()
            .resideInAPackage("org.labcast.transport..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.labcast.publisher..",
                    "org.labcast.agent..",
                    "org.labcast.broker..",
                    "org.labcast.services..",
                    "org.labcast.correction..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.labcast.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** A package manager is a thing of its own in this field. */
    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*((?<!Package)Manager|Helper|Util|Utils|Impl|Data|Info)");
}
