package io.vientro.log.archive;

import java.util.regex.Pattern;

/**
 * A file of blocks, as the manifest describes it.
 *
 * @param number its place, from 1; gives its name
 * @param first position of its first event
 * @param events number of its events
 * @param bytes its size
 * @param hash running hash after its last event, in lower-case hex
 * @param sha256 of its bytes, in lower-case hex
 */
public record Segment(int number, long first, long events, long bytes, String hash, String sha256) {
  static final Pattern NAME = Pattern.compile("log-[0-9]{6,}\\.jsonl");

  /** Name of its file; names sort in the order of positions. */
  public String name() {
    return name(number);
  }

  static String name(int number) {
    return "log-%06d.jsonl".formatted(number);
  }

  /** The position after its last event. */
  public long next() {
    return first + events;
  }
}
