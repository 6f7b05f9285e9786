package io.vientro.query.work;

import io.vientro.core.decision.Role;
import io.vientro.core.dossier.LimitSegment.Standing;
import io.vientro.core.rules.DutyParty;
import io.vientro.query.view.ListKeys;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lists of open work are filtered by: one array of keys on each row. Readers' marks, words
 * and agencies are written as in {@link ListKeys}.
 */
public final class WorkKeys {
  /** The due date lies in a gap of the calendar. */
  public static final String IN_GAP = "d:GAP";

  /** The due date is known. */
  public static final String DATED = "d:ON";

  /** It was answered after its due date. */
  public static final String ANSWERED_LATE = "x:LATE";

  private WorkKeys() {}

  /** What a role of an agency has to do. */
  public static String workOf(String agency, Role role) {
    return "m:" + agency + '|' + role;
  }

  /** What a role of a unit has to do. */
  public static String workOfUnit(String agency, Role role, String unit) {
    return workOf(agency, role) + "|u|" + unit;
  }

  /** What one officer has to do. */
  public static String workOfOfficer(String agency, Role role, String officer) {
    return workOf(agency, role) + "|o|" + officer;
  }

  /** The officer at work. */
  public static String officer(String account) {
    return "o:" + account;
  }

  /** The id of a time limit. */
  public static String limit(String limit) {
    return "t:" + limit;
  }

  /** The role that decides. */
  public static String authority(String approver) {
    return "p:" + approver;
  }

  /** How a duty stands. */
  public static String standing(Standing standing) {
    return "z:" + standing;
  }

  /** The part in which somebody owes a duty. */
  public static String party(DutyParty party) {
    return "y:" + party;
  }

  /** The agency that is asked for its opinion. */
  public static String asked(String agency) {
    return "q:" + agency;
  }

  /** The agency that leads the appraisal. */
  public static String lead(String agency) {
    return "l:" + agency;
  }

  /** Keys of any row, sorted: its readers, its dossier's words, and its own. */
  static List<String> of(
      RowDossier dossier, Collection<String> marks, Stream<@Nullable String> own) {
    var keys = new TreeSet<String>();
    marks.forEach(mark -> keys.add(ListKeys.reader(mark)));
    ListKeys.words(dossier.code(), dossier.title(), dossier.provider(), dossier.recipient())
        .forEach(keys::add);
    own.filter(Objects::nonNull).forEach(keys::add);
    return List.copyOf(keys);
  }

  /** Keys of a row that is not found by its dossier's words, sorted. */
  static List<String> of(Collection<String> marks, Stream<@Nullable String> own) {
    return Stream.concat(marks.stream().map(ListKeys::reader), own.filter(Objects::nonNull))
        .sorted()
        .toList();
  }

  /** The keys of a row that begin so. */
  static Stream<String> beginning(String prefix, Collection<String> keys) {
    return keys.stream().filter(key -> key.startsWith(prefix));
  }

  /** Those who may read a row, as counts know them. */
  static Set<String> scopes(Collection<String> keys) {
    var scopes = new TreeSet<String>();
    beginning("r:", keys).forEach(scopes::add);
    scopes.add(WorkCount.EVERYTHING);
    return scopes;
  }
}
