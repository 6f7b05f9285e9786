package io.vientro.core.dossier;

import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.value.Copies;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which agencies have a hand in a case, those that were asked for an opinion left out.
 *
 * @param filedWith agency that the dossier was filed with
 * @param managing managing agencies as the facts name them; may be empty
 * @param classification who approves and receives; null before
 * @param determined who leads the appraisal; null if nothing says
 */
public record Participants(
    String filedWith,
    List<String> managing,
    @Nullable AidClassified classification,
    @Nullable AppraisalDetermined determined) {
  public Participants {
    managing = Copies.list(managing);
  }

  /** The agency that leads the appraisal; the one that received it where none is determined. */
  public String leadAgency() {
    return determined == null || determined.leadAgency() == null
        ? filedWith
        : determined.leadAgency();
  }

  /**
   * Agencies whose head may decide: the one that Art. 7 yields; where it yields a managing agency
   * and there are several, any of them; where nothing is known, the one that received it. None
   * where it yields somebody whose agency the registry does not know: nobody decides in that one's
   * place.
   */
  public Set<String> approverAgencies() {
    if (classification == null || classification.approver() == null) {
      return Set.of(filedWith);
    }
    if (classification.approverAgency() != null) {
      return Set.of(classification.approverAgency());
    }
    return AgencyRegistry.headsManagingAgency(classification.approver())
        ? managingAgencies()
        : Set.of();
  }

  /** The managing agencies; the one that received it where the aid has none. */
  public Set<String> managingAgencies() {
    return managing.isEmpty() ? Set.of(filedWith) : new TreeSet<>(managing);
  }

  /** All of them, sorted. */
  public Set<String> all() {
    var all = new TreeSet<>(managingAgencies());
    all.add(filedWith);
    all.add(leadAgency());
    all.addAll(approverAgencies());
    return all;
  }
}
