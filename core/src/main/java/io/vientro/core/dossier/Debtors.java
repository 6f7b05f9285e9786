package io.vientro.core.dossier;

import io.vientro.core.rules.DutyParty;
import org.jspecify.annotations.Nullable;

/** Which agency or organisation has a part in a case, as far as the dossier tells. */
final class Debtors {
  private Debtors() {}

  static Debtor of(DutyParty party, DossierState state) {
    return new Debtor(party, agency(party, state));
  }

  /** Whether it is the side that was given the aid, which signs in as the applicant. */
  static boolean isOwner(DutyParty party) {
    return switch (party) {
      case OWNER, PROJECT_UNIT, APPLICANT -> true;
      default -> false;
    };
  }

  private static @Nullable String agency(DutyParty party, DossierState state) {
    return switch (party) {
      case RECEIVER -> state.inCharge();
      case LEAD -> state.leadAgency();
      case APPROVER -> {
        var decider = Decider.ofDecision(state);
        var agencies = decider == null ? state.approverAgencies() : decider.agencies(state);
        yield agencies.stream().sorted().findFirst().orElse(null);
      }
      case MANAGING_AGENCY -> state.managingAgencies().stream().sorted().findFirst().orElse(null);
      // The aid owner files, or somebody files for it; its own unit has no account of its own.
      case APPLICANT, OWNER, PROJECT_UNIT -> state.filing().applicant();
      case CONSULTED, PROVIDER, ADMINISTRATOR -> null;
    };
  }
}
