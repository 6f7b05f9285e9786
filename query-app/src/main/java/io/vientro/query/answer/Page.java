package io.vientro.query.answer;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of plain text that an official can print: no line is longer than eighty characters, and
 * what people wrote can neither break a line nor forge one.
 */
final class Page {
  static final int WIDTH = 80;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private final StringBuilder text = new StringBuilder();

  /** A day as officials write it. */
  static String day(LocalDate day) {
    return day.format(DAY);
  }

  Page title(String title) {
    return hanging("", 0, title).line("=".repeat(WIDTH));
  }

  Page heading(String heading) {
    gap();
    return hanging("", 0, heading).line("-".repeat(WIDTH));
  }

  Page gap() {
    return line("");
  }

  Page paragraph(String words) {
    return hanging("", 0, words);
  }

  /** A text under a label; nothing where there is none. */
  Page field(String label, @Nullable String value) {
    if (value == null) {
      return this;
    }
    var start = label + ": ";
    return start.length() > 24 ? hanging(start, 4, value) : hanging(pad(start, 24), 24, value);
  }

  Page item(String words) {
    return hanging("- ", 2, words);
  }

  /** A row of a table: cells as wide as said, the last one wrapped in what is left. */
  Page row(List<Integer> widths, List<String> cells) {
    var start = new StringBuilder();
    for (var i = 0; i < widths.size(); i++) {
      start.append(pad(clean(cells.get(i)), widths.get(i)));
    }
    return hanging(start.toString(), start.length(), cells.getLast());
  }

  private Page hanging(String start, int indent, String value) {
    var words = wrapped(clean(value), WIDTH - start.length(), WIDTH - indent);
    line(start + words.getFirst());
    words.subList(1, words.size()).forEach(rest -> line(" ".repeat(indent) + rest));
    return this;
  }

  private static List<String> wrapped(String words, int first, int others) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    var room = first;
    for (var word : words.strip().split(" +")) {
      var rest = word;
      if (!line.isEmpty() && line.length() + 1 + rest.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
        room = others;
      }
      // A word that is longer than a line is cut.
      while (rest.length() > room) {
        lines.add(rest.substring(0, room));
        rest = rest.substring(room);
        room = others;
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private Page line(String line) {
    text.append(line.stripTrailing()).append('\n');
    return this;
  }

  private static String pad(String words, int width) {
    return words + " ".repeat(Math.max(1, width - words.length()));
  }

  private static String clean(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFC)
        .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
