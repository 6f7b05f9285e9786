package io.vientro.log.archive;

/**
 * An archive that is not what it says, or cannot go where it should. The message is one line, fit
 * to be shown to whoever typed the command.
 */
public class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ArchiveException(String line) {
    super(line);
  }

  public ArchiveException(String line, Throwable cause) {
    super(line, cause);
  }
}
