package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Hands the dossier over (bàn giao hồ sơ). It stays with the giver until the receiver accepts; the
 * control slip (phiếu kiểm soát quá trình giải quyết hồ sơ) is made of both.
 *
 * @param to who is to receive it
 * @param handedOverOn business date
 * @param note or null
 */
public record HandOverDossier(Custodian to, LocalDate handedOverOn, @Nullable String note, Act act)
    implements DossierCommand {}
