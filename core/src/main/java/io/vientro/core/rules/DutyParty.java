package io.vientro.core.rules;

/** Parts in which somebody owes a duty or is told of it. */
public enum DutyParty {
  /** The agency that received the dossier; its one-stop unit. */
  RECEIVER,
  /** The lead appraiser (Art. 9). */
  LEAD,
  /** The competent authority (Art. 7). */
  APPROVER,
  /** An agency that was asked for its opinion (Art. 10.2). */
  CONSULTED,
  /** The managing agency (cơ quan chủ quản, Art. 13). */
  MANAGING_AGENCY,
  /** The aid owner (chủ khoản viện trợ, Art. 14). */
  OWNER,
  /** The project management unit (ban quản lý, Art. 15). */
  PROJECT_UNIT,
  /** The applicant. */
  APPLICANT,
  /** The aid's provider. */
  PROVIDER,
  /** Whoever keeps rule packs and calendar. */
  ADMINISTRATOR
}
