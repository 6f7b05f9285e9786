package io.vientro.query.view;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.AidOwner;
import io.vientro.core.aid.Founder;
import io.vientro.core.aid.Grant;
import io.vientro.core.aid.Locality;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.Recipient;
import io.vientro.core.aid.RecipientKind;
import io.vientro.core.dossier.AidClassified;
import io.vientro.core.dossier.Appraisal;
import io.vientro.core.dossier.Custody;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.Outcome;
import io.vientro.core.dossier.Participants;
import io.vientro.core.dossier.Status;
import io.vientro.core.rules.RulePack.OutcomeKind;
import io.vientro.query.projection.ViewDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of dossiers. It holds no personal value, sealed or not.
 *
 * @param id place in the list: newest submission first
 * @param position position of the last event in it
 * @param dossier id of the dossier; unique
 * @param submittedAt when its submission was recorded, UTC
 * @param recordedAt when its last event was recorded, UTC
 * @param receiver agency that has the case in its charge now
 * @param life how far its life after the approval has come, without papers and texts
 * @param running time limits that run
 * @param custody in whose hands it is, without papers and notes
 * @param appraisal as far as it has come, without papers and texts
 * @param outcome whom the notice is owed and whom it reached
 * @param decided what was decided; null before
 * @param keys everything the list can be filtered by, see {@link ListKeys}
 */
public record DossierRow(
    String id,
    long position,
    String dossier,
    long sequence,
    Status status,
    @Nullable String code,
    Filed filed,
    Aid aid,
    @Nullable AidClassified classification,
    @Nullable LocalDate completeOn,
    Instant submittedAt,
    Instant recordedAt,
    String receiver,
    LifeOutline life,
    List<LimitSegment> running,
    Custody custody,
    Appraisal appraisal,
    Outcome outcome,
    @Nullable Decided decided,
    List<String> keys)
    implements ViewDocument {

  /** What its submission says and nothing changes. */
  public record Filed(LocalDate submittedOn, String filedWith, @Nullable String applicant) {}

  /**
   * What was decided.
   *
   * @param by role that decided (Art. 7)
   * @param agency its agency, or null if the registry knows none
   */
  public record Decided(OutcomeKind kind, LocalDate on, String by, @Nullable String agency) {
    static @Nullable Decided of(Outcome outcome) {
      var approval = outcome.approval();
      if (approval != null) {
        return new Decided(
            OutcomeKind.APPROVAL,
            approval.decidedOn(),
            approval.decidedBy(),
            approval.decidedByAgency());
      }
      var refusal = outcome.refusal();
      return refusal == null
          ? null
          : new Decided(
              OutcomeKind.REFUSAL,
              refusal.decidedOn(),
              refusal.decidedBy(),
              refusal.decidedByAgency());
    }
  }

  /** The agencies that have a hand in the case. */
  public Participants parties() {
    return new Participants(
        receiver, aid.managingAgencies(), classification, appraisal.determined());
  }

  /**
   * What the list shows of the aid.
   *
   * @param provider name of the providing organisation; null for an individual
   * @param provinces where it is carried out, each once
   */
  public record Aid(
      String title,
      Modality modality,
      @Nullable String provider,
      String country,
      String recipient,
      List<String> managingAgencies,
      List<String> provinces) {
    static Aid of(AidFacts facts) {
      return new Aid(
          facts.title(),
          facts.modality(),
          facts.provider().name(),
          facts.provider().country(),
          facts.recipient().name(),
          facts.managingAgencies(),
          facts.localities().stream().map(Locality::province).distinct().toList());
    }

    /** Facts that say so much, for core's evolve to go on from; the rest of them says nothing. */
    AidFacts facts() {
      return new AidFacts(
          title,
          modality,
          false,
          Purpose.DEVELOPMENT,
          new Provider(
              ProviderPaperKind.OTHER, ProviderClass.FOREIGN_NGO, provider, null, country, null),
          null,
          null,
          new Recipient(recipient, RecipientKind.OTHER, Founder.OTHER, null),
          new AidOwner("", null, null, null),
          managingAgencies,
          new Grant(List.of(), null, null),
          null,
          "",
          provinces.stream().map(province -> new Locality(province, null)).toList(),
          null,
          null,
          null,
          null);
    }
  }

  /** The place of a dossier in the list; the later its submission lies in the log, the smaller. */
  static String place(long submissionPosition, String dossier) {
    return "%016x-%s".formatted(Long.MAX_VALUE - submissionPosition, dossier);
  }
}
