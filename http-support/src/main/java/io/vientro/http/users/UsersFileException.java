package io.vientro.http.users;

/**
 * A users file that cannot be used, said in one line: the file, the line, what is wrong with it.
 */
public final class UsersFileException extends RuntimeException {
  public UsersFileException(String message) {
    super(message);
  }
}
