package io.vientro.core.rules;

import io.vientro.core.Digests;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Parameters of the deploying agencies, as set so far.
 *
 * @param settings in the order they were recorded
 */
public record AgencyParameters(List<AgencyParameterSet> settings) {
  public static final AgencyParameters NONE = new AgencyParameters(List.of());

  public AgencyParameters {
    settings = List.copyOf(settings);
  }

  /**
   * The value that holds for an agency on a day: the one with the latest from-date, of several the
   * last recorded.
   */
  public Optional<String> value(String agency, String parameter, LocalDate day) {
    return setting(agency, parameter, day).map(AgencyParameterSet::value);
  }

  /** As {@link #value}, with the basis on which it was set. */
  public Optional<AgencyParameterSet> setting(String agency, String parameter, LocalDate day) {
    return settings.stream()
        .filter(s -> s.agency().equals(agency) && s.parameter().equals(parameter))
        .filter(s -> !s.from().isAfter(day))
        .reduce((a, b) -> b.from().isBefore(a.from()) ? a : b);
  }

  /** Digest of all settings, so that a decision can say which parameters it looked at. */
  public String sha256() {
    return Digests.sha256(
        settings.stream()
            .flatMap(
                s ->
                    Stream.of(s.agency(), s.parameter(), s.value(), s.basis(), s.from().toString()))
            .toList());
  }
}
