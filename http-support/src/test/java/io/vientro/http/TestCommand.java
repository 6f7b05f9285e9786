package io.vientro.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of every type that a command may hold. */
record TestCommand(
    String title,
    @Nullable String note,
    LocalDate filedOn,
    @Nullable Instant seenAt,
    int sets,
    @Nullable Long bytes,
    BigDecimal amount,
    boolean urgent,
    Kind kind,
    Provider provider,
    List<Document> documents,
    @Nullable List<String> tags,
    @Nullable Set<Kind> kinds,
    @Nullable Map<String, String> labels,
    @Nullable Code code,
    @Nullable Part part) {

  TestCommand {
    documents = List.copyOf(documents);
  }

  enum Kind {
    PROJECT,
    NON_PROJECT;

    @Override
    public String toString() {
      return "kind " + ordinal();
    }
  }

  record Provider(String name, @Nullable String country) {}

  record Document(String kind, int copies) {}

  record Code(String value) {
    Code {
      if (!value.matches("[A-Z]{3}")) {
        throw new IllegalArgumentException("a code is three letters");
      }
    }

    boolean isShort() {
      return true;
    }
  }

  record Part(@Nullable Part part) {}

  boolean isComplete() {
    return true;
  }

  String getSummary() {
    return title;
  }

  static final String VALID =
      """
      {"title": "Sample aid", "filedOn": "2026-02-28", "sets": 8, "amount": 1234567.25,
       "urgent": false, "kind": "PROJECT", "provider": {"name": "Sample Foundation"},
       "documents": [{"kind": "LETTER", "copies": 1}, {"kind": "BUDGET", "copies": 2}]}\
      """;
}
