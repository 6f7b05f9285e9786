package io.vientro.core.decision;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every command, and the roles that may send it. This table is the whole of the rights of roles:
 * what is not listed is denied. A command on a dossier is further bound to the agency that handles
 * it, or to the applicant's own dossiers.
 */
public enum CommandName {
  SUBMIT_DOSSIER(Role.APPLICANT, Role.RECEPTION_OFFICER),
  REQUEST_SUPPLEMENT(Role.RECEPTION_OFFICER, Role.APPRAISER),
  SUPPLEMENT_DOSSIER(Role.APPLICANT, Role.RECEPTION_OFFICER),
  ACCEPT_DOSSIER(Role.RECEPTION_OFFICER),
  REFUSE_RECEPTION(Role.RECEPTION_OFFICER),
  WITHDRAW_DOSSIER(Role.APPLICANT, Role.RECEPTION_OFFICER),
  DECIDE_OPEN_QUESTION(Role.DECISION_MAKER),
  ASSIGN_OFFICER(Role.SUPERVISOR),
  HAND_OVER_DOSSIER(Role.RECEPTION_OFFICER, Role.APPRAISER, Role.CLERK),
  ACCEPT_HAND_OVER(Role.RECEPTION_OFFICER, Role.APPRAISER, Role.CLERK),
  REQUEST_AGENCY_OPINION(Role.APPRAISER),
  RECORD_AGENCY_OPINION(Role.CONSULTED_AGENCY, Role.APPRAISER),
  CONVENE_APPRAISAL_MEETING(Role.APPRAISER),
  CONCLUDE_APPRAISAL(Role.APPRAISER),
  SUBMIT_FOR_DECISION(Role.APPRAISER),
  APPROVE_AID(Role.DECISION_MAKER, Role.CLERK),
  REFUSE_AID(Role.DECISION_MAKER, Role.CLERK),
  NOTIFY_OUTCOME(Role.CLERK),
  STOP_PROCESSING(Role.RECEPTION_OFFICER, Role.APPRAISER),
  ADOPT_RULE_PACK_VERSION(Role.DECISION_MAKER),
  RECLASSIFY_AID(Role.RECEPTION_OFFICER, Role.APPRAISER),
  TRANSFER_DOSSIER(Role.DECISION_MAKER, Role.ADMINISTRATOR),
  RECORD_EARLY_RECEIPT(Role.APPLICANT, Role.RECEPTION_OFFICER, Role.CLERK),
  RECORD_IMPLEMENTATION_START(Role.APPLICANT, Role.CLERK),
  RECORD_DISBURSEMENT(Role.APPLICANT, Role.CLERK),
  SUBMIT_REPORT(Role.APPLICANT, Role.CLERK),
  REQUEST_ADJUSTMENT(Role.APPLICANT, Role.CLERK),
  APPROVE_ADJUSTMENT(Role.DECISION_MAKER, Role.CLERK),
  REFUSE_ADJUSTMENT(Role.DECISION_MAKER, Role.CLERK),
  RECORD_IMPLEMENTATION_END(Role.APPLICANT, Role.CLERK),
  RECORD_HAND_OVER(Role.APPLICANT, Role.CLERK),
  CLOSE_AID(Role.CLERK),
  REVOKE_AID(Role.DECISION_MAKER, Role.CLERK),
  CORRECT_RECORD(Role.SUPERVISOR),
  EXTEND_TIME_LIMIT(Role.RECEPTION_OFFICER, Role.APPRAISER, Role.CLERK),
  WAIVE_DUTY(Role.DECISION_MAKER),
  ACKNOWLEDGE_NOTICE(
      Role.APPLICANT,
      Role.RECEPTION_OFFICER,
      Role.APPRAISER,
      Role.CONSULTED_AGENCY,
      Role.DECISION_MAKER,
      Role.CLERK,
      Role.SUPERVISOR,
      Role.ADMINISTRATOR),
  RAISE_TIME_LIMIT(Role.SYSTEM),
  ATTACH_DOCUMENT(Role.APPLICANT, Role.RECEPTION_OFFICER, Role.APPRAISER, Role.CLERK),
  RECORD_CALENDAR_NOTICE(Role.ADMINISTRATOR, Role.SYSTEM),
  RECORD_RULE_PACK(Role.ADMINISTRATOR, Role.SYSTEM),
  SET_AGENCY_PARAMETER(Role.ADMINISTRATOR);

  private final Set<Role> roles;

  CommandName(Role... roles) {
    this.roles = EnumSet.copyOf(Arrays.asList(roles));
  }

  /** Roles that may send it. */
  public Set<Role> roles() {
    return EnumSet.copyOf(roles);
  }

  /** The last part of its address, for example {@code request-supplement}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name that developers and metadata use, for example {@code RequestSupplement}. */
  public String commandName() {
    return Arrays.stream(name().split("_"))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  public static Optional<CommandName> ofPath(String path) {
    return Arrays.stream(values()).filter(c -> c.path().equals(path)).findFirst();
  }

  /** The refusal of an actor whose role may not send this command, or empty if it may. */
  public Optional<Rejection> refuses(Actor actor) {
    return roles.contains(actor.role())
        ? Optional.empty()
        : Optional.of(
            Rejection.of(RejectionCode.ROLE_MAY_NOT)
                .with("role", actor.role())
                .with("command", commandName()));
  }
}
