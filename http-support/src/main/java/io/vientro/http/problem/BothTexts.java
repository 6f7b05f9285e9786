package io.vientro.http.problem;

/** One text in the two languages. */
public record BothTexts(String vi, String en) {
  public String in(Language language) {
    return language == Language.VI ? vi : en;
  }
}
