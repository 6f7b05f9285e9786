package io.vientro.log.archive;

import java.util.regex.Pattern;

/**
 * A file that goes with a log: an event names it and its digest, and does not hold it.
 *
 * @param name its id; letters, digits and dashes alone, since it becomes the name of a file
 * @param bytes its size
 * @param sha256 of its bytes, in lower-case hex
 */
public record Companion(String name, long bytes, String sha256) {
  /** The folder of all of them in an archive. */
  public static final String FOLDER = "documents";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

  /**
   * @throws IllegalArgumentException if its name could lead anywhere else
   */
  public Companion {
    if (!NAME.matcher(name).matches() || bytes < 0) {
      throw new IllegalArgumentException("no file of a log: " + name);
    }
  }

  /** Where it lies in an archive, from the archive's folder on. */
  String path() {
    return FOLDER + "/" + name;
  }
}
