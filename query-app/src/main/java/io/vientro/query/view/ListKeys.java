package io.vientro.query.view;

import io.vientro.core.dossier.Status;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the list of dossiers is filtered by: one array of keys on each line, and one index for all
 * of them. No personal value is ever among them.
 */
public final class ListKeys {
  private ListKeys() {}

  public static String reader(String mark) {
    return "r:" + mark;
  }

  public static String state(Status status) {
    return "s:" + status;
  }

  public static String agency(String agency) {
    return "a:" + agency;
  }

  public static String locality(String province) {
    return "l:" + province;
  }

  /** Beginning of a word in the name of the providing organisation. */
  public static String provider(String foldedWord) {
    return "p:" + foldedWord;
  }

  /** Beginning of a word anywhere. */
  public static String word(String foldedWord) {
    return "w:" + foldedWord;
  }

  /** The words by which a dossier is found, in every list that shows it. */
  public static Stream<String> words(
      @Nullable String code, String title, @Nullable String provider, String recipient) {
    return Stream.of(code, title, provider, recipient)
        .filter(Objects::nonNull)
        .flatMap(text -> Folding.words(text).stream())
        .map(ListKeys::word);
  }

  /**
   * The keys of a dossier, sorted.
   *
   * @param agencies that may read it
   */
  static List<String> of(
      Status status,
      @Nullable String code,
      @Nullable String applicant,
      Collection<String> agencies,
      DossierRow.Aid aid) {
    var keys = new TreeSet<String>();
    keys.add(state(status));
    Readers.marks(agencies, applicant).forEach(mark -> keys.add(reader(mark)));
    agencies.forEach(agency -> keys.add(agency(agency)));
    aid.provinces().forEach(province -> keys.add(locality(province)));
    if (aid.provider() != null) {
      Folding.words(aid.provider()).forEach(word -> keys.add(provider(word)));
    }
    words(code, aid.title(), aid.provider(), aid.recipient()).forEach(keys::add);
    return List.copyOf(keys);
  }
}
