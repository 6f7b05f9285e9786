package io.vientro.core.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vientro.core.decision.Decision;
import io.vientro.core.decision.RejectionAssert;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.rules.RulePack.DossierCodeRule;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceptionBookTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final DossierCodeRule RULE = new DossierCodeRule("yyMMdd", 4, "Circular");

  @Test
  void theFirstDossierOfADayGetsTheFirstNumber() {
    assertThat(issue(ReceptionBook.EMPTY, "dossier-a"))
        .isEqualTo(new DossierCodeIssued("ubnd-tinh-mau", DAY, 1, "H99-260302-0001", "dossier-a"));
  }

  @Test
  void numbersFollowEachOther() {
    var afterFirst =
        ReceptionBook.evolve(ReceptionBook.EMPTY, issue(ReceptionBook.EMPTY, "dossier-a"));
    assertThat(afterFirst).isEqualTo(new ReceptionBook(1, Set.of("dossier-a")));
    assertThat(issue(afterFirst, "dossier-b").code()).isEqualTo("H99-260302-0002");
  }

  @Test
  void theNumberGrowsBeyondItsLeastDigitsRatherThanRefuseADossier() {
    assertThat(issue(new ReceptionBook(9_998, Set.of()), "dossier-a").code())
        .isEqualTo("H99-260302-9999");
    assertThat(issue(new ReceptionBook(9_999, Set.of()), "dossier-a").code())
        .isEqualTo("H99-260302-10000");
  }

  @Test
  void aDossierGetsOneCodeOnly() {
    var book = new ReceptionBook(1, Set.of("dossier-a"));
    switch (ReceptionBook.decide(book, command("dossier-a"), RULE)) {
      case Decision.Accepted<ReceptionBookEvent>(var events) -> fail("accepted: " + events);
      case Decision.Rejected<ReceptionBookEvent>(var rejection) ->
          new RejectionAssert(rejection)
              .is(RejectionCode.CODE_ALREADY_ISSUED)
              .saying("dossier", "dossier-a");
    }
  }

  @Test
  void thereIsOneBookPerAgencyAndDay() {
    assertThat(ReceptionBook.aggregateId("ubnd-tinh-mau", DAY))
        .isEqualTo("reception-book-ubnd-tinh-mau-2026-03-02");
  }

  private static DossierCodeIssued issue(ReceptionBook book, String dossier) {
    return switch (ReceptionBook.decide(book, command(dossier), RULE)) {
      case Decision.Accepted<ReceptionBookEvent>(var events) ->
          (DossierCodeIssued) events.getFirst();
      case Decision.Rejected<ReceptionBookEvent>(var rejection) -> fail(rejection.toString());
    };
  }

  private static IssueDossierCode command(String dossier) {
    return new IssueDossierCode("ubnd-tinh-mau", "H99", DAY, dossier);
  }
}
