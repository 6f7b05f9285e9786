package io.vientro.query.view;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.Locality;
import io.vientro.core.aid.Modality;
import io.vientro.core.dossier.AidClassified;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.Status;
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
 * @param running time limits that run
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
    List<LimitSegment> running,
    List<String> keys)
    implements ViewDocument {

  /** What its submission says and nothing changes. */
  public record Filed(LocalDate submittedOn, String filedWith, @Nullable String applicant) {}

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
  }

  /** The place of a dossier in the list; the later its submission lies in the log, the smaller. */
  static String place(long submissionPosition, String dossier) {
    return "%016x-%s".formatted(Long.MAX_VALUE - submissionPosition, dossier);
  }
}
