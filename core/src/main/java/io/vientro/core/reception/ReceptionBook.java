package io.vientro.core.reception;

import io.vientro.core.decision.Decision;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.rules.RulePack.DossierCodeRule;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The reception book (sổ tiếp nhận) of one agency and one day. It and the dossier go into one
 * commit, so a number is never used twice and never lost.
 *
 * @param last number handed out last, 0 if none
 * @param dossiers ids that have a code from this book
 */
public record ReceptionBook(long last, Set<String> dossiers) {
  public static final ReceptionBook EMPTY = new ReceptionBook(0, Set.of());

  public ReceptionBook {
    dossiers = Set.copyOf(dossiers);
  }

  /** The aggregate id of the book of an agency and a day. */
  public static String aggregateId(String agency, LocalDate day) {
    return "reception-book-" + agency + "-" + day;
  }

  /**
   * Decides a command; pure. The number grows beyond the least number of digits rather than refuse
   * a dossier.
   */
  public static Decision<ReceptionBookEvent> decide(
      ReceptionBook state, IssueDossierCode command, DossierCodeRule rule) {
    if (state.dossiers.contains(command.dossier())) {
      return Decision.reject(
          Rejection.of(RejectionCode.CODE_ALREADY_ISSUED).with("dossier", command.dossier()));
    }
    var number = state.last + 1;
    var date = DateTimeFormatter.ofPattern(rule.datePattern(), Locale.ROOT).format(command.day());
    var digits = String.valueOf(number);
    var padded = "0".repeat(Math.max(0, rule.digits() - digits.length())) + digits;
    var code = command.agencyCode() + "-" + date + "-" + padded;
    return Decision.accept(
        List.of(
            new DossierCodeIssued(
                command.agency(), command.day(), number, code, command.dossier())));
  }

  public static ReceptionBook evolve(ReceptionBook state, ReceptionBookEvent event) {
    return switch (event) {
      case DossierCodeIssued issued -> {
        var dossiers = new HashSet<>(state.dossiers);
        dossiers.add(issued.dossier());
        yield new ReceptionBook(issued.number(), dossiers);
      }
    };
  }
}
