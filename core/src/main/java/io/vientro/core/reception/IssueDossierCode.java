package io.vientro.core.reception;

import java.time.LocalDate;

/**
 * Asks the book of an agency and day for the next dossier code.
 *
 * @param agency id of the receiving agency
 * @param agencyCode its code as it stands in dossier codes
 * @param day date of reception, Asia/Ho_Chi_Minh
 * @param dossier id of the dossier that gets the code
 */
public record IssueDossierCode(String agency, String agencyCode, LocalDate day, String dossier) {}
