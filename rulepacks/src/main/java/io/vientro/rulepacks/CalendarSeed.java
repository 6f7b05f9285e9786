package io.vientro.rulepacks;

import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The civil-service notices that a new log starts with. A year that is not here is a gap, to be
 * closed by recording its notice. Where the data comes from, and when it was gathered, stands in
 * {@code vn_civil_service_days_2021_2026.source.json} beside it.
 */
public final class CalendarSeed {
  /** The calendar the notices belong to. */
  public static final String CALENDAR = WorkingCalendar.CIVIL_SERVICE;

  private static final String DAYS = "vn_civil_service_days_2021_2026.json";
  private static final String SOURCE = "vn_civil_service_days_2021_2026.source.json";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CalendarSeed() {}

  /**
   * One notice per year, by year. Several notices of a year are one, with their numbers joined.
   * When they were issued is not known.
   */
  public static List<CalendarNotice> notices() {
    var years = JSON.readTree(CheckedFile.resource(DAYS));
    var source = JSON.readTree(CheckedFile.resource(SOURCE));
    var notices = new ArrayList<CalendarNotice>();
    for (var entry : years.properties()) {
      if (!entry.getKey().startsWith("_")) {
        notices.add(notice(entry.getKey(), entry.getValue(), source));
      }
    }
    return List.copyOf(notices);
  }

  private static CalendarNotice notice(String year, JsonNode node, JsonNode source) {
    var basis = source.get("basis").stringValue();
    var further = source.get("furtherBasis").get(year);
    return new CalendarNotice(
        Integer.parseInt(year),
        RulePackLoader.each(node.get("notices"), JsonNode::stringValue).stream()
            .collect(Collectors.joining("; ")),
        null,
        further == null ? basis : basis + "; " + further.stringValue(),
        dates(year, node.get("off")),
        dates(year, node.get("worked_weekend")),
        List.of());
  }

  private static List<LocalDate> dates(String year, JsonNode days) {
    return RulePackLoader.each(days, d -> LocalDate.parse(year + "-" + d.stringValue()));
  }
}
