package io.vientro.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "Đà Nẵng, da nang",
    "đường, duong",
    "ĐIỆN BIÊN, dien bien",
    "Thừa Thiên – Huế, thua thien – hue",
    "Quảng Ngãi, quang ngai",
    "Ước mơ, uoc mo",
    "Kỹ thuật, ky thuat",
    "Sơn La, son la",
    "café Ångström, cafe angstrom",
    "ﬁnance, finance"
  })
  void text_is_folded_the_same_composed_and_decomposed(String text, String folded) {
    assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFC))).isEqualTo(folded);
    assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T01.001-250303-0001 | t01 001 250303 0001",
        "Y tế, giáo dục; y TẾ | y te giao duc",
        "(2025) 'Sample' Foundation’s | 2025 sample foundation s",
        "… — ! | ''"
      })
  void words_are_letters_and_digits_each_once(String text, String words) {
    assertThat(String.join(" ", Folding.words(text))).isEqualTo(words);
  }
}
