package io.vientro.trials.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A time that passes faster than the machine's, the same in every process that is told of it: so
 * that months of limits fall due within minutes.
 *
 * @param realStart the machine's time at which it begins
 * @param start the time that it then shows
 * @param speed how many of its seconds are in one of the machine's
 */
record PassingTime(Instant realStart, Instant start, long speed) {
  private static final String FILE = "passing-time";

  Instant at(Instant real) {
    return start.plus(Duration.between(realStart, real).multipliedBy(speed));
  }

  /** How long the machine needs for a stretch of it. */
  Duration real(Duration passed) {
    return passed.dividedBy(speed);
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(FILE), realStart + " " + start + " " + speed);
  }

  static PassingTime read(Path folder) {
    try {
      String[] words = Files.readString(folder.resolve(FILE)).split(" ");
      return new PassingTime(
          Instant.parse(words[0]), Instant.parse(words[1]), Long.parseLong(words[2]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Clock clock(Clock real) {
    return new Clock() {
      @Override
      public Instant instant() {
        return at(real.instant());
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("UTC");
      }
    };
  }
}
