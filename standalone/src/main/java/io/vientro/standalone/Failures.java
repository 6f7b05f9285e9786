package io.vientro.standalone;

import io.vientro.app.StartRefusedException;
import io.vientro.embedded.DataFolderException;
import org.springframework.boot.web.server.PortInUseException;

/**
 * What a failed start comes to: one line for whoever typed the command, if it is theirs to mend.
 */
final class Failures {
  private Failures() {}

  /** A {@link Refusal} if the cause is one that the user can mend, else the same exception. */
  static RuntimeException refusal(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Refusal refusal -> {
          return refusal;
        }
        case PortInUseException taken -> {
          return new Refusal(
              "port " + taken.getPort() + " is in use; --port takes another one", failure);
        }
        case StartRefusedException refused -> {
          return new Refusal(refused.getMessage(), failure);
        }
        case DataFolderException folder -> {
          return new Refusal(folder.getMessage(), failure);
        }
        default -> {}
      }
    }
    return failure;
  }

  /** The innermost cause, in one line. */
  static String line(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    String text = message == null ? "" : message.lines().findFirst().orElse("");
    return text.isBlank() ? innermost.getClass().getSimpleName() : text;
  }
}
