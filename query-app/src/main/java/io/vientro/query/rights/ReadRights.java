package io.vientro.query.rights;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Role;
import io.vientro.query.view.Readers;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The table of who may read what. What is not in it is denied. */
public final class ReadRights {

  private enum Scope {
    /** Dossiers whose applicant is the own organisation. */
    OWN_APPLICATIONS,
    /** Dossiers that the own agency has a hand in or was asked about, see {@link Readers}. */
    OWN_AGENCY,
    EVERYTHING
  }

  private static final Map<Role, Scope> DOSSIERS =
      new EnumMap<>(
          Map.of(
              Role.APPLICANT, Scope.OWN_APPLICATIONS,
              Role.RECEPTION_OFFICER, Scope.OWN_AGENCY,
              Role.APPRAISER, Scope.OWN_AGENCY,
              Role.CONSULTED_AGENCY, Scope.OWN_AGENCY,
              Role.DECISION_MAKER, Scope.OWN_AGENCY,
              Role.CLERK, Scope.OWN_AGENCY,
              Role.SUPERVISOR, Scope.OWN_AGENCY,
              Role.AUDITOR, Scope.EVERYTHING));

  private static final Set<Role> REFERENCE_DATA = EnumSet.of(Role.AUDITOR, Role.ADMINISTRATOR);

  private ReadRights() {}

  /** Which dossiers, with their history, the actor may read. */
  public static Sight dossiers(Actor actor) {
    return switch (DOSSIERS.get(actor.role())) {
      case null -> new Sight.Nothing();
      case OWN_APPLICATIONS -> new Sight.Marked(Readers.applicant(actor.agency()));
      case OWN_AGENCY -> new Sight.Marked(Readers.agency(actor.agency()));
      case EVERYTHING -> new Sight.Everything();
    };
  }

  /**
   * Whose waiting events the actor may look at: a supervisor those of the dossiers that the agency
   * reads; who audits or runs the system, all of them.
   */
  public static Sight deadLetters(Actor actor) {
    return switch (actor.role()) {
      case AUDITOR, ADMINISTRATOR -> new Sight.Everything();
      case SUPERVISOR -> dossiers(actor);
      default -> new Sight.Nothing();
    };
  }

  /**
   * Which notices about limits the actor may read: those to the own agency or organisation, an
   * administrator those to administrators, an auditor all.
   */
  public static Sight notices(Actor actor) {
    return actor.role() == Role.ADMINISTRATOR
        ? new Sight.Marked(Readers.ADMINISTRATOR)
        : dossiers(actor);
  }

  /** Whether the actor may ask what a notice of the calendar would move. */
  public static boolean noticeImpact(Actor actor) {
    return switch (actor.role()) {
      case ADMINISTRATOR, SUPERVISOR, AUDITOR -> true;
      default -> false;
    };
  }

  /** Whether the actor may read calendars, rule packs and their history. */
  public static boolean referenceData(Actor actor) {
    return REFERENCE_DATA.contains(actor.role());
  }
}
