package io.vientro.core.dossier;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * In whose hands a dossier is.
 *
 * @param holder who has it; null before it is filed
 * @param pending the hand-over that awaits acceptance, or null
 * @param movedOn business date since which the holder has it; null before it is filed
 * @param officers who works on it, by agency
 */
public record Custody(
    @Nullable Custodian holder,
    @Nullable DossierHandedOver pending,
    @Nullable LocalDate movedOn,
    SortedMap<String, OfficerAssigned> officers) {
  static final Custody NONE = new Custody(null, null, null, new TreeMap<>());

  public Custody {
    officers = Collections.unmodifiableSortedMap(new TreeMap<>(officers));
  }

  static Custody of(String agency, LocalDate filedOn) {
    return new Custody(new Custodian(agency, null, null), null, filedOn, new TreeMap<>());
  }

  Custody handedOver(DossierHandedOver e) {
    return new Custody(holder, e, movedOn, officers);
  }

  Custody accepted(HandOverAccepted e) {
    return new Custody(e.by(), null, e.acceptedOn(), officers);
  }

  /**
   * Whoever takes the case over has it in hands; where an agency only succeeds another, papers that
   * lie elsewhere stay there.
   */
  Custody transferred(DossierTransferred e) {
    var remaining = new TreeMap<>(officers);
    remaining.remove(e.from());
    var held = holder != null && !holder.agency().equals(e.from());
    if (held && e.cause() == TransferDossier.Cause.SUCCESSION) {
      return new Custody(holder, pending, movedOn, remaining);
    }
    return new Custody(
        new Custodian(e.to(), null, null),
        null,
        movedOn == null ? e.transferredOn() : DossierState.later(movedOn, e.transferredOn()),
        remaining);
  }

  Custody assigned(OfficerAssigned e) {
    var more = new TreeMap<>(officers);
    more.put(e.agency(), e);
    return new Custody(holder, pending, movedOn, more);
  }
}
