package io.vientro.embedded;

/**
 * The data folder cannot be used: it is open elsewhere, cannot be written, or holds a file that is
 * no store. The message is one line, fit to be shown to whoever started the program.
 */
public class DataFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line that names the folder and says what to do
   * @param cause what the system said
   */
  public DataFolderException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param message one line that names the folder and says what to do
   */
  public DataFolderException(String message) {
    super(message);
  }
}
