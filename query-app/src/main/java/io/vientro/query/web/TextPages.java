package io.vientro.query.web;

import io.vientro.http.problem.Language;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are a page of text to print. */
final class TextPages {
  static final String TEXT = MediaType.TEXT_PLAIN_VALUE;

  private static final MediaType UTF_8 = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private TextPages() {}

  static ResponseEntity<byte[]> of(String page, Language language) {
    return ResponseEntity.ok()
        .contentType(UTF_8)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.locale().getLanguage())
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
        .body(page.getBytes(StandardCharsets.UTF_8));
  }
}
