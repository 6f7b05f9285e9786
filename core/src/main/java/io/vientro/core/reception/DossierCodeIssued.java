package io.vientro.core.reception;

import java.time.LocalDate;

/** A dossier code (mã số hồ sơ) was given to one dossier; one dossier gets exactly one. */
public record DossierCodeIssued(
    String agency, LocalDate day, long number, String code, String dossier)
    implements ReceptionBookEvent {}
