package io.vientro.store;

/**
 * The log holds an event that this version of the software cannot read; reading on would silently
 * lose it.
 */
public class UnknownEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final int revision;

  public UnknownEventException(String type, int revision, String why) {
    super("cannot read " + type + "/" + revision + ": " + why);
    this.type = type;
    this.revision = revision;
  }

  /** Name under which it is stored. */
  public String type() {
    return type;
  }

  /** Revision of its shape. */
  public int revision() {
    return revision;
  }
}
