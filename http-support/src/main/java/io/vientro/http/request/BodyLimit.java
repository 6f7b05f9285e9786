package io.vientro.http.request;

import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import java.io.IOException;
import java.io.InputStream;

/**
 * How large a body may be; more is never kept in memory, whatever length was announced.
 *
 * @param bytes the most
 */
public record BodyLimit(int bytes) {

  /**
   * @param announced the Content-Length, or negative if none was given (a chunked body)
   * @throws ProblemException body-too-large, after at most one byte too many
   */
  byte[] read(long announced, InputStream body) throws IOException {
    check(announced);
    var read = body.readNBytes(bytes + 1);
    check(read.length);
    return read;
  }

  void check(long length) {
    if (length > bytes) {
      throw ProblemException.of(ProblemTypes.BODY_TOO_LARGE);
    }
  }
}
