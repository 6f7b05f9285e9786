package io.vientro.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks this very process over HTTP, as others will: "ready" is said only after it has answered. */
final class Loopback {
  private static final int PATIENCE_MILLIS = 30_000;

  private Loopback() {}

  /**
   * @throws IllegalStateException if it does not answer that it is alive
   */
  static void awaitAnswer(int port) {
    // A bare socket: an HTTP client would cost a start more than the question is worth.
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket
          .getOutputStream()
          .write(
              """
              GET /actuator/health/liveness HTTP/1.1\r
              Host: 127.0.0.1\r
              Connection: close\r
              \r
              """
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.startsWith("HTTP/1.1 200")) {
        throw new IllegalStateException(
            "it answers " + answer.lines().findFirst().orElse("nothing"));
      }
    } catch (IOException e) {
      throw new IllegalStateException("it does not answer: " + e.getMessage(), e);
    }
  }
}
