package io.vientro.core.rules;

import io.vientro.core.aid.AidFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which agency plays a role on a given day and in a given place. Packs name roles; names of
 * agencies change by date and by province.
 *
 * @param sha256 digest of the file it was read from
 * @param agencies all agencies by id
 * @param assignments who plays which role, where and when
 */
public record AgencyRegistry(
    String sha256, Map<String, Agency> agencies, List<Assignment> assignments) {

  /** The role that stands for the dossier's own managing agency. */
  public static final String MANAGING_AGENCY = "MANAGING_AGENCY";

  /** The role that stands for the head of the dossier's own managing agency. */
  public static final String HEAD_OF_MANAGING_AGENCY = "HEAD_OF_MANAGING_AGENCY";

  /**
   * The role that stands for the head of the association which is the dossier's own managing agency
   * (Art. 3.3, 7.5).
   */
  public static final String HEAD_OF_ASSOCIATION = "HEAD_OF_ASSOCIATION";

  /**
   * An agency (cơ quan).
   *
   * @param id stable id, kebab-case
   * @param name its official name
   * @param code its code in dossier codes, or null if it receives none
   * @param place id of the place it serves, or null for a central body
   */
  public record Agency(String id, Bilingual name, @Nullable String code, @Nullable String place) {}

  /** An agency plays a role in a place (null: everywhere) from a day to a day (null: open). */
  public record Assignment(
      String role,
      @Nullable String place,
      String agency,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    boolean covers(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
  }

  /**
   * The agency that plays a role for an aid: its own managing agency where the role is that one's,
   * the one of its managing agency's province where there is one in each, else the one there is.
   *
   * @return empty if the registry knows none, or if the aid has no one managing agency to go by
   */
  public Optional<String> playing(String role, AidFacts aid, LocalDate day) {
    var managing = aid.managingAgencies();
    var own = managing.size() == 1 ? managing.getFirst() : null;
    return switch (role) {
      case MANAGING_AGENCY, HEAD_OF_MANAGING_AGENCY, HEAD_OF_ASSOCIATION ->
          Optional.ofNullable(own);
      default -> {
        var place = own == null ? null : agency(own).map(Agency::place).orElse(null);
        yield playing(role, place, day).map(Agency::id);
      }
    };
  }

  /** Whether a role stands for the head of the dossier's own managing agency. */
  public static boolean headsManagingAgency(String role) {
    return role.equals(HEAD_OF_MANAGING_AGENCY) || role.equals(HEAD_OF_ASSOCIATION);
  }

  public AgencyRegistry {
    agencies = Map.copyOf(agencies);
    assignments = List.copyOf(assignments);
  }

  public Optional<Agency> agency(String id) {
    return Optional.ofNullable(agencies.get(id));
  }

  /** Whether some agency serves this place. */
  public boolean knowsPlace(String place) {
    return agencies.values().stream().anyMatch(a -> place.equals(a.place()));
  }

  /**
   * The agency that plays a role.
   *
   * @param place null for a role that is played once for the whole country
   */
  public Optional<Agency> playing(String role, @Nullable String place, LocalDate day) {
    return assignments.stream()
        .filter(a -> a.role().equals(role) && a.covers(day))
        .filter(a -> a.place() == null || a.place().equals(place))
        .flatMap(a -> agency(a.agency()).stream())
        .findFirst();
  }
}
