package io.vientro.log;

/**
 * Another commit holds a sequence that this one wanted: the aggregate has moved on. The commit was
 * not appended.
 */
public class SequenceConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final java.util.List<String> keys;

  /**
   * @param keys the lost keys, each {@code aggregate#sequence}
   */
  public SequenceConflictException(java.util.List<String> keys) {
    super("already taken: " + String.join(", ", keys));
    this.keys = java.util.List.copyOf(keys);
  }

  public java.util.List<String> keys() {
    return keys;
  }
}
