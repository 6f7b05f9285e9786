package io.vientro.core.decision;

import java.util.Set;

/** The details that the rules give with each refusal; the texts may name these and no others. */
public final class RejectionDetails {
  private RejectionDetails() {}

  public static Set<String> of(RejectionCode code) {
    return switch (code) {
      case ROLE_MAY_NOT -> Set.of("role", "command");
      case OTHER_AGENCYS_DOSSIER,
          UNKNOWN_AGENCY,
          AGENCY_REPEATED,
          NOT_THE_LEAD_APPRAISER,
          OTHER_AGENCYS_OPINION,
          NOT_THE_COMPETENT_AUTHORITY,
          NOT_THE_MANAGING_AGENCY,
          NOT_THE_HOLDER,
          NOT_THE_RECEIVER_OF_HAND_OVER,
          HAND_OVER_PENDING,
          OPINION_NOT_REQUESTED,
          LEAD_ASKS_ITSELF ->
          Set.of("agency");
      case DECISION_NOT_RECORDED_BY_CLERK -> Set.of("approver");
      case RULE_PACK_SILENT -> Set.of("pack", "version");
      case OPINION_ALREADY_REQUESTED -> Set.of("agency", "date");
      case CONSULTEE_NOT_ASKED -> Set.of("consultees");
      case AGENCY_NOT_INVOLVED -> Set.of("agency", "involved");
      case UNKNOWN_CONSULTEE_ROLE -> Set.of("role");
      case DOCUMENT_DATE_DIFFERS -> Set.of("date", "document");
      case DECISION_CONTENT_MISSING -> Set.of("part");
      case GRANT_SPLIT_CONTRADICTS -> Set.of("grant", "managed");
      case DECISION_DIFFERS_FROM_DOSSIER -> Set.of("decided", "stated");
      case ADDRESSEE_REPEATED -> Set.of("addressee");
      case ADDRESSEE_ALREADY_NOTIFIED -> Set.of("addressee", "date");
      case WRONG_STATE -> Set.of("command", "status", "allowed");
      case AID_UNDER_OTHER_ACT -> Set.of("act");
      case MANAGEMENT_MODE_NOT_ALLOWED, USD_WORTH_UNKNOWN -> Set.of("mode");
      case GAP_OPEN -> Set.of("gaps");
      case QUESTION_OPEN, UNKNOWN_QUESTION -> Set.of("question");
      case WRONG_RECEIVER -> Set.of("receiver", "filedWith");
      case ACCEPTED_BEFORE -> Set.of("code");
      case NOTICE_ALREADY_RECORDED -> Set.of("number", "year");
      case RULE_PACK_ALREADY_RECORDED, RULE_PACK_TEXT_CHANGED -> Set.of("version", "sha256");
      case RULE_PACK_VERSION_OLD, RULE_PACK_VERSION_UNKNOWN -> Set.of("version");
      case CODE_ALREADY_ISSUED -> Set.of("dossier");
      case DATE_IN_FUTURE -> Set.of("date", "today");
      case DATE_BEFORE_STEP -> Set.of("date", "step");
      case REPEAT_BASIS_MISSING -> Set.of("number");
      case UNKNOWN_REQUIREMENT -> Set.of("requirement");
      case ANSWER_NOT_OFFERED -> Set.of("answers");
      case APPLICANT_IS_SOMEBODY_ELSE -> Set.of("applicant");
      case UNKNOWN_PLACE -> Set.of("place");
      case UNKNOWN_COUNTRY -> Set.of("country");
      case UNKNOWN_LANGUAGE -> Set.of("language");
      case UNKNOWN_CURRENCY, CURRENCY_REPEATED -> Set.of("currency");
      case USD_VALUE_CONTRADICTS -> Set.of("stated");
      case PROVIDER_KINDS_CONTRADICT -> Set.of("papers", "providerClass");
      case DAY_OUTSIDE_YEAR -> Set.of("date", "year");
      case DAY_OFF_ON_WEEKEND, WORKED_DAY_NOT_ON_WEEKEND, DAY_REPEATED, DAY_NOT_CHANGED_BEFORE ->
          Set.of("date");
      case UNKNOWN_PARAMETER -> Set.of("parameter");
      case PARAMETER_VALUE_NOT_ALLOWED -> Set.of("parameter", "value");
      case TIME_LIMIT_NOT_RUNNING, TIME_LIMIT_NOT_EXTENDABLE -> Set.of("limit");
      case TIME_LIMIT_EXTENDED_BEFORE -> Set.of("limit", "times");
      case DUE_DATE_UNCERTAIN -> Set.of("year");
      case NOTHING_TO_RAISE -> Set.of("limit", "segment", "what");
      case NEW_DATE_NOT_LATER -> Set.of("date", "due");
      case UNKNOWN_NOTICE -> Set.of("notice");
      case CASE_OVER -> Set.of("status");
      case IMPLEMENTATION_STARTED_BEFORE -> Set.of("date");
      case REPORT_SUBMITTED_BEFORE -> Set.of("report", "date");
      case DUTY_OPEN -> Set.of("duties");
      case REVOCATION_NOT_OPEN -> Set.of("limit");
      case NOTHING_RECORDED, CORRECTION_UNREADABLE -> Set.of("fact");
      case DATE_AFTER_STEP -> Set.of("date", "step");
      case UNKNOWN_REPORT -> Set.of("report", "reports");
      case REPORT_PERIOD_WRONG -> Set.of("period", "form");
      case REPORT_PERIOD_OUTSIDE -> Set.of("period");
      case UNKNOWN_DOCUMENT -> Set.of("document");
      case CORRECTION_CHANGES_NOTHING -> Set.of("fact", "recorded");
      default -> Set.of();
    };
  }
}
