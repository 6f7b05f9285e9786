package io.vientro.rulepacks;

/**
 * Something wrong in a file.
 *
 * @param line from 1; 0 if it has no place in the file
 * @param column from 1; 0 if it has no place in the file
 * @param path JSON pointer of the value, empty for the whole file
 * @param message what is wrong and, where that is not plain, what to write instead
 */
public record Finding(int line, int column, String path, String message) {
  @Override
  public String toString() {
    return line + ":" + column + " " + (path.isEmpty() ? "/" : path) + ": " + message;
  }
}
