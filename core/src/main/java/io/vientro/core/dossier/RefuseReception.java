package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Refuses to take the dossier in (từ chối tiếp nhận giải quyết hồ sơ).
 *
 * @param refusedOn business date
 * @param reason the legal reason, as the applicant will read it
 * @param legalBasis the act and article it rests on
 */
public record RefuseReception(LocalDate refusedOn, String reason, String legalBasis, Act act)
    implements DossierCommand {}
