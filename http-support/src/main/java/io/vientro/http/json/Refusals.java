package io.vientro.http.json;

/**
 * What a client may read of an exception: the words of our own constructors, never those of a
 * library or the JDK.
 */
final class Refusals {
  private static final String OURS = "io.vientro.";
  private static final int LONGEST = 300;

  private Refusals() {}

  static String reason(Throwable refused) {
    var trace = refused.getStackTrace();
    var message = refused.getMessage();
    var ours =
        refused instanceof IllegalArgumentException
            && trace.length > 0
            && trace[0].getClassName().startsWith(OURS);
    return ours && message != null && !message.isBlank() && message.length() <= LONGEST
        ? ": " + message
        : "";
  }
}
