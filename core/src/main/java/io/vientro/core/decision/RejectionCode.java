package io.vientro.core.decision;

import io.vientro.core.decision.Rejection.Kind;
import java.util.Locale;

/**
 * Every "no" there is. The code is the name in kebab-case; it stands in answers and in what
 * auditors write, so it is never renamed. The bundle {@code io.vientro.core.rejections} has a text
 * for each in both languages.
 */
public enum RejectionCode {
  // Who may do what
  ROLE_MAY_NOT(Kind.FORBIDDEN),
  OTHER_AGENCYS_DOSSIER(Kind.FORBIDDEN),
  OTHER_APPLICANTS_DOSSIER(Kind.FORBIDDEN),
  // What exists
  UNKNOWN_DOSSIER(Kind.UNKNOWN),
  UNKNOWN_CALENDAR(Kind.UNKNOWN),
  UNKNOWN_RULE_PACK(Kind.UNKNOWN),
  // In which state
  DOSSIER_EXISTS(Kind.STATE),
  WRONG_STATE(Kind.STATE),
  GAP_OPEN(Kind.STATE),
  QUESTION_OPEN(Kind.STATE),
  NO_QUESTION_OPEN(Kind.STATE),
  WRONG_RECEIVER(Kind.STATE),
  ACCEPTED_BEFORE(Kind.STATE),
  NOTICE_ALREADY_RECORDED(Kind.STATE),
  RULE_PACK_ALREADY_RECORDED(Kind.STATE),
  RULE_PACK_TEXT_CHANGED(Kind.STATE),
  RULE_PACK_VERSION_OLD(Kind.STATE),
  RULE_PACK_WITHOUT_CONTENT(Kind.STATE),
  CODE_ALREADY_ISSUED(Kind.STATE),
  // Which values
  DATE_IN_FUTURE(Kind.VALUE),
  DATE_BEFORE_STEP(Kind.VALUE),
  NOTHING_TO_SUPPLEMENT(Kind.VALUE),
  NOTHING_SUPPLIED(Kind.VALUE),
  REPEAT_BASIS_MISSING(Kind.VALUE),
  UNKNOWN_REQUIREMENT(Kind.VALUE),
  UNKNOWN_QUESTION(Kind.VALUE),
  ANSWER_NOT_OFFERED(Kind.VALUE),
  ACT_NAMES_NOBODY(Kind.VALUE),
  ACT_NAMES_SOMEBODY(Kind.VALUE),
  ACT_NOT_ON_BEHALF(Kind.VALUE),
  APPLICANT_IS_SOMEBODY_ELSE(Kind.VALUE),
  UNKNOWN_AGENCY(Kind.VALUE),
  AGENCY_REPEATED(Kind.VALUE),
  UNKNOWN_PLACE(Kind.VALUE),
  UNKNOWN_COUNTRY(Kind.VALUE),
  UNKNOWN_LANGUAGE(Kind.VALUE),
  UNKNOWN_CURRENCY(Kind.VALUE),
  CURRENCY_REPEATED(Kind.VALUE),
  AMOUNT_NOT_POSITIVE(Kind.VALUE),
  AMOUNT_MISSING(Kind.VALUE),
  USD_RATE_MISSING(Kind.VALUE),
  USD_VALUE_CONTRADICTS(Kind.VALUE),
  PROVIDER_NAME_MISMATCH(Kind.VALUE),
  PROVIDER_KINDS_CONTRADICT(Kind.VALUE),
  REGISTRATION_MISSING(Kind.VALUE),
  EXPERTS_ONLY_NON_PROJECT(Kind.VALUE),
  PERIOD_REVERSED(Kind.VALUE),
  NUMBER_NOT_POSITIVE(Kind.VALUE),
  ASSUMED_ONLY_IN_TRAINING(Kind.VALUE),
  DAY_OUTSIDE_YEAR(Kind.VALUE),
  DAY_OFF_ON_WEEKEND(Kind.VALUE),
  WORKED_DAY_NOT_ON_WEEKEND(Kind.VALUE),
  DAY_REPEATED(Kind.VALUE),
  DAY_NOT_CHANGED_BEFORE(Kind.VALUE),
  RULE_PACK_INVALID(Kind.VALUE),
  RULE_PACK_NAME_MISMATCH(Kind.VALUE),
  UNKNOWN_PARAMETER(Kind.VALUE),
  PARAMETER_VALUE_NOT_ALLOWED(Kind.VALUE);

  private final Kind kind;

  RejectionCode(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The code as it stands in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
