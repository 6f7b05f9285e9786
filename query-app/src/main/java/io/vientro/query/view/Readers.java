package io.vientro.query.view;

import io.vientro.core.dossier.AidClassified;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Marks on a dossier that say who may read it; the rights table matches them, and lists are
 * filtered by them.
 */
public final class Readers {
  private Readers() {}

  /** The mark of dossiers that an organisation applies with. */
  public static String applicant(String organisation) {
    return "applicant:" + organisation;
  }

  /** The mark of dossiers that an agency has to do with. */
  public static String agency(String agency) {
    return "agency:" + agency;
  }

  /** The marks of a dossier, sorted. */
  static List<String> of(
      String filedWith,
      @Nullable String applicant,
      Collection<String> managingAgencies,
      @Nullable AidClassified classification) {
    var marks = new TreeSet<String>();
    agencies(filedWith, managingAgencies, classification).forEach(a -> marks.add(agency(a)));
    if (applicant != null) {
      marks.add(applicant(applicant));
    }
    return List.copyOf(marks);
  }

  /** The agencies it was filed with, is received by and is managed by, each once, sorted. */
  static List<String> agencies(
      String filedWith,
      Collection<String> managingAgencies,
      @Nullable AidClassified classification) {
    var agencies = new TreeSet<>(managingAgencies);
    agencies.add(filedWith);
    if (classification != null && classification.receiverAgency() != null) {
      agencies.add(classification.receiverAgency());
    }
    return List.copyOf(agencies);
  }
}
