package io.vientro.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A law that cannot fail is none: each of those written by hand is shown a class that breaks it,
 * and one that does not.
 */
class LawsBiteTest {

  static Stream<Arguments> lawsAndOffences() {
    return Stream.of(
        Arguments.of(ArchitectureLawsTest.nobodyAsksTheMachineForTheTime, 4),
        Arguments.of(ArchitectureLawsTest.theClockIsMadeWhereTheApplicationIsPutTogether, 1),
        Arguments.of(ArchitectureLawsTest.nobodySleeps, 1),
        Arguments.of(ArchitectureLawsTest.onlyTheCommandLineWritesToTheConsole, 2));
  }

  @ParameterizedTest
  @MethodSource("lawsAndOffences")
  void aLawNamesEachOffence(ArchRule law, int offences) {
    assertThat(violations(law, Offender.class)).isEqualTo(offences);
    assertThat(violations(law, Innocent.class)).isZero();
  }

  @Test
  void theOffenderIsNotPartOfTheProduct() {
    assertThat(Repository.sources("main"))
        .noneMatch(file -> Repository.relative(file).contains("laws/"));
  }

  private static int violations(ArchRule law, Class<?> type) {
    return law.allowEmptyShould(true)
        .evaluate(new ClassFileImporter().importClasses(type))
        .getFailureReport()
        .getDetails()
        .size();
  }

  static final class Offender {
    private Offender() {}

    static void offend() throws InterruptedException {
      var dates = new Object[] {LocalDate.now(), LocalDate.now(ZoneId.of("UTC")), new Date()};
      Thread.sleep(System.currentTimeMillis() % 2);
      System.out.println(dates[0]);
      System.err.println(Clock.systemUTC());
    }
  }

  static final class Innocent {
    private Innocent() {}

    static LocalDate behave(Clock clock) {
      return new Date(clock.millis()).getTime() > System.nanoTime()
          ? LocalDate.now(clock)
          : LocalDate.MIN;
    }
  }
}
