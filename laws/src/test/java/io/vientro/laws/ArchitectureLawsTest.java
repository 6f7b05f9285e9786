package io.vientro.laws;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vientro.core.DomainEvent;
import io.vientro.core.calendar.CalendarCommand;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.rules.RulePackCommand;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Every sentence of the architecture that classes can be held to. A law's name is the sentence. */
@AnalyzeClasses(packages = "io.vientro", importOptions = DoNotIncludeTests.class)
class ArchitectureLawsTest {

  private static final String CORE = "io.vientro.core..";
  private static final String LOG = "io.vientro.log..";
  private static final String STORE = "io.vientro.store..";
  private static final String RULE_PACKS = "io.vientro.rulepacks..";
  private static final String EMBEDDED = "io.vientro.embedded..";
  private static final String HTTP = "io.vientro.http..";
  private static final String APP = "io.vientro.app..";
  private static final String COMMAND = "io.vientro.command..";
  private static final String QUERY = "io.vientro.query..";
  private static final String STANDALONE = "io.vientro.standalone..";

  /** Guards every other law: a law over no classes holds. */
  @ArchTest
  static void theseLawsSeeEveryModule(JavaClasses all) {
    for (var part :
        List.of(CORE, LOG, STORE, RULE_PACKS, EMBEDDED, HTTP, APP, COMMAND, QUERY, STANDALONE)) {
      assertThat(all.stream().anyMatch(resideInAPackage(part))).as("classes of " + part).isTrue();
    }
  }

  // core: the law and the workflow, in plain Java

  @ArchTest
  static final ArchRule coreIsPlainJavaWithoutSideEffects =
      classes()
          .that()
          .resideInAPackage(CORE)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      CORE,
                      "java.lang..",
                      "java.math..",
                      "java.nio.charset..",
                      "java.security..",
                      "java.text..",
                      "java.time..",
                      "java.util..",
                      "org.jspecify.annotations..")
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              "java.lang.reflect..",
                              "java.util.logging..",
                              "java.util.concurrent..")))
                  // An enum's or record's own plumbing reaches for these.
                  .or(DescribedPredicate.describe("arrays", JavaClass::isArray)))
          .because("each decider is three pure functions, and evolve runs on every replay");

  @ArchTest
  static final ArchRule coreThrowsNoDice =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(RandomGenerator.class);

  @ArchTest
  static final ArchRule coreHasNoStaticMutableState =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(CORE)
          .and()
          .areStatic()
          .should(beAConstantThatCannotChange());

  @ArchTest
  static final ArchRule eventsAreRecordsUnderSealedInterfaces =
      classes()
          .that()
          .areAssignableTo(DomainEvent.class)
          .and()
          .doNotHaveFullyQualifiedName(DomainEvent.class.getName())
          .should(beRecordsEnumsOrSealedInterfaces());

  @ArchTest
  static final ArchRule commandsAreRecordsUnderSealedInterfaces =
      classes()
          .that(
              assignableTo(DossierCommand.class)
                  .or(assignableTo(CalendarCommand.class))
                  .or(assignableTo(RulePackCommand.class)))
          .should(beRecordsEnumsOrSealedInterfaces());

  @ArchTest
  static final ArchRule valuesOfEventsAndCommandsAreRecordsOrEnums =
      classes()
          .that()
          .resideInAnyPackage(
              "io.vientro.core.aid..", "io.vientro.core.act..", "io.vientro.core.value..")
          .and()
          .areNotAnnotations()
          .and(DescribedPredicate.not(simpleNameEndingWith("package-info")))
          .and(DescribedPredicate.describe("have instances", ArchitectureLawsTest::hasInstances))
          .should(beRecordsEnumsOrSealedInterfaces());

  // Who may know whom

  @ArchTest static final ArchRule theLogKnowsNothingOfTheRest = knowsOnly(LOG);

  @ArchTest static final ArchRule theEmbeddedStoreKnowsNothingOfTheRest = knowsOnly(EMBEDDED);

  @ArchTest static final ArchRule coreKnowsNothingOfTheRest = knowsOnly(CORE);

  @ArchTest static final ArchRule rulePacksKnowCoreOnly = knowsOnly(RULE_PACKS, CORE);

  @ArchTest static final ArchRule theEventStoreKnowsCoreAndLogOnly = knowsOnly(STORE, CORE, LOG);

  @ArchTest
  static final ArchRule theCommandSideNeverImportsTheQuerySide =
      noClasses()
          .that()
          .resideInAPackage(COMMAND)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(QUERY, STANDALONE, EMBEDDED);

  @ArchTest
  static final ArchRule theQuerySideNeverImportsTheCommandSide =
      noClasses()
          .that()
          .resideInAPackage(QUERY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMMAND, STANDALONE, EMBEDDED);

  @ArchTest
  static final ArchRule whatBothSidesShareImportsNeither =
      noClasses()
          .that()
          .resideInAnyPackage(HTTP, APP)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMMAND, QUERY, STANDALONE, EMBEDDED);

  @ArchTest
  static final ArchRule axonLivesInItsAdapterAndTheApplicationsOnly =
      noClasses()
          .that(
              DescribedPredicate.not(
                  resideInAnyPackage("io.vientro.store.axon..", COMMAND, QUERY, APP)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.axonframework..", "io.axoniq..")
          .because("the log, its format, the codec and core outlive Axon");

  @ArchTest
  static final ArchRule libraryModulesKnowNoSpring =
      noClasses()
          .that()
          .resideInAnyPackage(CORE, LOG, EMBEDDED, RULE_PACKS, STORE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule jacksonIsVersionThree =
      noClasses()
          // The library that describes the API is built on the old one.
          .that(DescribedPredicate.not(resideInAPackage("io.vientro.http.openapi..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule upcastersLiveBesideTheOneCodec =
      classes()
          .that()
          .haveSimpleNameEndingWith("Upcaster")
          .should()
          .resideInAPackage(STORE)
          .allowEmptyShould(true);

  // Time

  @ArchTest
  static final ArchRule nobodyAsksTheMachineForTheTime =
      noClasses()
          .should(
              callWhere(
                  "the time without a clock",
                  access ->
                      access.getName().equals("now")
                              && access.getTargetOwner().getPackageName().equals("java.time")
                              && takesNoClock(access)
                          || access.getTargetOwner().isEquivalentTo(System.class)
                              && access.getName().equals("currentTimeMillis")
                          || access.getTargetOwner().isEquivalentTo(Date.class)
                              && access.getName().equals("<init>")
                              && parameters(access).isEmpty()))
          .because("one Clock bean; a training log can move it");

  @ArchTest
  static final ArchRule theClockIsMadeWhereTheApplicationIsPutTogether =
      noClasses()
          .that(
              DescribedPredicate.not(
                  resideInAnyPackage(APP, STANDALONE).or(simpleNameEndingWith("Configuration"))))
          .should(
              callWhere(
                  "a system clock",
                  access ->
                      access.getTargetOwner().isEquivalentTo(Clock.class)
                          && (access.getName().startsWith("system")
                              || access.getName().startsWith("tick"))));

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .should(
              callWhere(
                  "Thread.sleep",
                  access ->
                      access.getTargetOwner().isEquivalentTo(Thread.class)
                          && access.getName().equals("sleep")))
          .because("a condition, a parked thread or a scheduler can be woken, and tested");

  // Habits

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule onlyTheCommandLineWritesToTheConsole =
      noClasses()
          .that(DescribedPredicate.not(resideInAnyPackage(STANDALONE, APP)))
          .should(
              callWhere(
                  "System.out, System.err or printStackTrace",
                  access ->
                      access.getTargetOwner().isEquivalentTo(System.class)
                              && Set.of("out", "err").contains(access.getName())
                          || access.getName().equals("printStackTrace")
                              && parameters(access).isEmpty()));

  @ArchTest
  static final ArchRule loggingIsSlf4j =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j..")
          .because("one logging interface; a driver's own logger is silenced by configuration");

  @ArchTest
  static final ArchRule nothingHasSetters =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(CORE, LOG, STORE, RULE_PACKS)
          .and()
          .areNotStatic()
          // Axon's stream asks for it by this name.
          .and()
          .doNotHaveName("setOnAvailableCallback")
          .should()
          .haveNameMatching("set[A-Z].*");

  // HTTP

  @ArchTest
  static final ArchRule everyGetGoesToTheQuerySide =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(COMMAND)
          .should()
          .beAnnotatedWith("org.springframework.web.bind.annotation.GetMapping")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nothingIsPutPatchedOrDeleted =
      noMethods()
          .should()
          .beAnnotatedWith("org.springframework.web.bind.annotation.PutMapping")
          .orShould()
          .beAnnotatedWith("org.springframework.web.bind.annotation.PatchMapping")
          .orShould()
          .beAnnotatedWith("org.springframework.web.bind.annotation.DeleteMapping")
          .because("a command is a POST, and an event is never taken back");

  @ArchTest
  static final ArchRule aPostToTheQuerySideIsAQuestion =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(QUERY)
          .and()
          .areAnnotatedWith("org.springframework.web.bind.annotation.PostMapping")
          .should(beMappedUnderQuestions())
          .allowEmptyShould(true);

  // How the laws are said

  /** Of our own packages, the first may know itself and those behind it. */
  private static ArchRule knowsOnly(String... packages) {
    return noClasses()
        .that()
        .resideInAPackage(packages[0])
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.vientro..")
                .and(DescribedPredicate.not(resideInAnyPackage(packages))));
  }

  private static ArchCondition<JavaClass> callWhere(String what, Predicate<JavaAccess<?>> wanted) {
    return new ArchCondition<>("use " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (var access : type.getAccessesFromSelf()) {
          if (wanted.test(access)) {
            events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
          }
        }
      }
    };
  }

  private static List<String> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes().stream().map(JavaClass::getName).toList()
        : List.of();
  }

  private static boolean takesNoClock(JavaAccess<?> access) {
    return !parameters(access).contains(Clock.class.getName());
  }

  private static ArchCondition<JavaClass> beRecordsEnumsOrSealedInterfaces() {
    return new ArchCondition<>("be a record, an enum or a sealed interface") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var holds =
            type.isRecord() || type.isEnum() || type.isInterface() && type.reflect().isSealed();
        events.add(new SimpleConditionEvent(type, holds, type.getFullName() + " is none of these"));
      }
    };
  }

  private static boolean hasInstances(JavaClass type) {
    return !type.isInterface()
        && !type.isAnonymousClass()
        && type.getConstructors().stream()
            .anyMatch(c -> !c.getModifiers().contains(JavaModifier.PRIVATE) || type.isEnum());
  }

  private static ArchCondition<JavaField> beAConstantThatCannotChange() {
    return new ArchCondition<>("be final and of a type that cannot change") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        if (field.getName().contains("$")) {
          return; // the compiler's own
        }
        var type = field.getRawType();
        var mutable =
            type.isArray()
                || type.getPackageName().startsWith("java.util.concurrent")
                || Stream.of(Collection.class, Map.class)
                    .anyMatch(c -> type.isAssignableTo(c) && !type.isInterface());
        var isFinal = field.getModifiers().contains(JavaModifier.FINAL);
        events.add(
            new SimpleConditionEvent(
                field, isFinal && !mutable, field.getFullName() + " can change"));
      }
    };
  }

  private static ArchCondition<JavaMethod> beMappedUnderQuestions() {
    return new ArchCondition<>("be mapped under /api/v1/questions/") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var paths =
            Stream.concat(
                    method.getAnnotations().stream(), method.getOwner().getAnnotations().stream())
                .flatMap(a -> a.getProperties().values().stream())
                .flatMap(v -> v instanceof Object[] many ? Arrays.stream(many) : Stream.of(v));
        events.add(
            new SimpleConditionEvent(
                method,
                paths.anyMatch(p -> String.valueOf(p).contains("questions")),
                method.getFullName() + " is a POST but no question"));
      }
    };
  }
}
