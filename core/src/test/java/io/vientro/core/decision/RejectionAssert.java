package io.vientro.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

/** What a refusal says. Every refusal that a test sees is also read aloud, in both languages. */
public record RejectionAssert(Rejection rejection) {

  /** The code, its details, and that both texts can be read. */
  public RejectionAssert is(RejectionCode code) {
    assertThat(rejection.reason()).as(rejection.toString()).isEqualTo(code);
    assertThat(rejection.details().keySet())
        .as("details of " + rejection.code())
        .isEqualTo(RejectionDetails.of(code));
    for (var language : new Locale[] {Locale.ENGLISH, Locale.of("vi")}) {
      assertThat(rejection.text(language)).isNotBlank().doesNotContain("{").doesNotContain("null");
    }
    return this;
  }

  public RejectionAssert at(String field) {
    assertThat(rejection.field()).isEqualTo(field);
    return this;
  }

  public RejectionAssert under(String act, String article) {
    assertThat(rejection.basis()).isEqualTo(new LegalBasis(act, article));
    return this;
  }

  public RejectionAssert saying(String detail, String value) {
    assertThat(rejection.details()).containsEntry(detail, value);
    return this;
  }
}
