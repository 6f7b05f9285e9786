package io.vientro.query.answer;

import io.vientro.core.dossier.Custodian;
import io.vientro.core.dossier.Custody;
import io.vientro.core.dossier.DossierHandedOver;
import io.vientro.core.rules.AgencyRegistry;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In whose hands a dossier is.
 *
 * @param holder who has it
 * @param since business date since which the holder has it
 * @param pending the hand-over that awaits acceptance, or null
 * @param officers who works on it, by agency
 */
public record CustodyAnswer(
    @Nullable CustodianAnswer holder,
    @Nullable LocalDate since,
    @Nullable HandOverAnswer pending,
    List<OfficerAnswer> officers) {

  /**
   * Who has it, or is to have it.
   *
   * @param unit unit within the agency, or null for the agency as a whole
   * @param officer account of the officer, or null for any of the unit
   */
  public record CustodianAnswer(
      AgencyAnswer agency, @Nullable String unit, @Nullable String officer) {
    static CustodianAnswer of(Custodian custodian, AgencyRegistry registry) {
      return new CustodianAnswer(
          AgencyAnswer.of(custodian.agency(), registry), custodian.unit(), custodian.officer());
    }
  }

  /** A hand-over that nobody accepted yet. */
  public record HandOverAnswer(
      CustodianAnswer from,
      CustodianAnswer to,
      LocalDate handedOverOn,
      @Nullable String note,
      ActAnswer act) {
    private static HandOverAnswer of(DossierHandedOver e, AgencyRegistry registry) {
      return new HandOverAnswer(
          CustodianAnswer.of(e.from(), registry),
          CustodianAnswer.of(e.to(), registry),
          e.handedOverOn(),
          e.note(),
          ActAnswer.of(e.act()));
    }
  }

  /**
   * An officer at work.
   *
   * @param officer account
   * @param unit unit within the agency, or null
   */
  public record OfficerAnswer(
      AgencyAnswer agency, String officer, @Nullable String unit, LocalDate assignedOn) {}

  static CustodyAnswer of(Custody custody, AgencyRegistry registry) {
    var holder = custody.holder();
    var pending = custody.pending();
    return new CustodyAnswer(
        holder == null ? null : CustodianAnswer.of(holder, registry),
        custody.movedOn(),
        pending == null ? null : HandOverAnswer.of(pending, registry),
        officers(custody, registry));
  }

  static List<OfficerAnswer> officers(Custody custody, AgencyRegistry registry) {
    return custody.officers().values().stream()
        .map(
            e ->
                new OfficerAnswer(
                    AgencyAnswer.of(e.agency(), registry), e.officer(), e.unit(), e.assignedOn()))
        .toList();
  }
}
