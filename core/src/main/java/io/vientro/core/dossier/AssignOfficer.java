package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Names the officer (công chức thụ lý) who works on the dossier at the supervisor's own agency.
 *
 * @param officer account of the officer
 * @param unit unit within the agency (phòng, ban), or null if it has none
 * @param assignedOn business date
 */
public record AssignOfficer(String officer, @Nullable String unit, LocalDate assignedOn, Act act)
    implements DossierCommand {}
