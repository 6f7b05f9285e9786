package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report was submitted (Art. 13 to 15, 18). */
public record ReportSubmitted(
    String report,
    @Nullable String period,
    LocalDate submittedOn,
    String summary,
    List<String> documents,
    Act act)
    implements LifeEvent {}
