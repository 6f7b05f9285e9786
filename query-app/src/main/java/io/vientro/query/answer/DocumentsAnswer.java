package io.vientro.query.answer;

import io.vientro.core.log.LogMode;
import java.time.LocalDate;
import java.util.List;

/**
 * The documents attached to a dossier.
 *
 * @param dossier its id
 * @param documents in the order in which they were attached
 * @param readModelPosition how far the view has read the log
 * @param logMode what the log is for
 */
public record DocumentsAnswer(
    String dossier, List<Line> documents, long readModelPosition, LogMode logMode) {

  /**
   * One document.
   *
   * @param id its id
   * @param kind what paper it is
   * @param contentType media type as found from its content
   * @param size bytes
   * @param sha256 digest of the bytes as stored, lower-case hex; of a personal document these are
   *     its encrypted bytes
   * @param personal whether it is encrypted with a key that can be destroyed
   * @param erased whether that key was destroyed, so that nobody can read it any more
   * @param attachedOn business date
   * @param href where it can be downloaded
   */
  public record Line(
      String id,
      Worded kind,
      String contentType,
      long size,
      String sha256,
      boolean personal,
      boolean erased,
      LocalDate attachedOn,
      String href) {}
}
