package io.vientro.store.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class DocumentTypesTest {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Test
  void the_first_bytes_tell() {
    assertThat(detect("%PDF-1.7\n1 0 obj\n")).isEqualTo("application/pdf");
    assertThat(DocumentTypes.detect(HexFormat.of().parseHex("ffd8ffe000104a46494600010100")))
        .isEqualTo("image/jpeg");
    assertThat(
            DocumentTypes.detect(
                HexFormat.of().parseHex("89504e470d0a1a0a0000000d4948445200000001")))
        .isEqualTo("image/png");
    assertThat(detect("Kính gửi: Ủy ban nhân dân tỉnh Mẫu\n")).isEqualTo("text/plain");
  }

  @Test
  void what_could_do_harm_is_known_and_not_taken() {
    for (var harmful :
        new byte[][] {
          "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
          "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8),
          "#!/bin/sh\necho\n".getBytes(StandardCharsets.UTF_8),
          HexFormat.of().parseHex("4d5a90000300000004000000ffff0000"),
          HexFormat.of().parseHex("7f454c4602010100000000000000000003003e00"),
          HexFormat.of().parseHex("d0cf11e0a1b11ae1000000000000000000000000"),
          HexFormat.of().parseHex("00010203fdfeff00"),
        }) {
      var type = DocumentTypes.detect(harmful);
      assertThat(DocumentTypes.defaults().allows(type)).as(type).isFalse();
    }
  }

  @Test
  void office_packages_are_told_apart_by_what_they_state() throws IOException {
    assertThat(DocumentTypes.detect(stating(WORD + ".main+xml"))).isEqualTo(WORD);
    assertThat(DocumentTypes.detect(stating(SHEET + ".main+xml"))).isEqualTo(SHEET);
    assertThat(DocumentTypes.detect(zip("_rels/.rels", "", "word/document.xml", "<w/>")))
        .isEqualTo(WORD);
  }

  @Test
  void a_package_with_macros_or_of_anything_else_is_not_taken() throws IOException {
    var macros = stating("application/vnd.ms-word.document.macroEnabled.main+xml");
    assertThat(DocumentTypes.defaults().allows(DocumentTypes.detect(macros))).isFalse();
    var jar = zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n", "A.class", "x");
    assertThat(DocumentTypes.defaults().allows(DocumentTypes.detect(jar))).isFalse();
  }

  @Test
  void open_document_is_known() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var content = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
      var entry = new ZipEntry("mimetype");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      var crc = new java.util.zip.CRC32();
      crc.update(content);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
    }
    assertThat(DocumentTypes.detect(bytes.toByteArray()))
        .isEqualTo("application/vnd.oasis.opendocument.text");
  }

  @Test
  void a_package_that_was_cut_off_does_no_harm() throws IOException {
    var whole = stating(WORD + ".main+xml");
    for (var length = 1; length < whole.length; length++) {
      assertThat(DocumentTypes.detect(Arrays.copyOf(whole, length))).isNotEmpty();
    }
    var noise = new byte[70_000];
    new Random(3).nextBytes(noise);
    System.arraycopy(whole, 0, noise, 0, 40);
    assertThat(DocumentTypes.detect(noise)).isNotEmpty();
  }

  @Test
  void a_file_is_named_by_its_type() {
    assertThat(DocumentTypes.extension("application/pdf")).isEqualTo(".pdf");
    assertThat(DocumentTypes.extension(WORD)).isEqualTo(".docx");
    assertThat(DocumentTypes.extension("image/webp")).isEqualTo(".webp");
    assertThat(DocumentTypes.extension("no/such-thing")).isEqualTo(".bin");
    assertThat(DocumentTypes.extension("nonsense")).isEqualTo(".bin");
    assertThat(DocumentTypes.defaultTypes())
        .allSatisfy(type -> assertThat(DocumentTypes.extension(type)).matches("\\.[a-z]{3,4}"));
  }

  private static byte[] stating(String main) throws IOException {
    return zip(
        "[Content_Types].xml",
        "<Types><Override PartName=\"/a\" ContentType=\"" + main + "\"/></Types>",
        "word/document.xml",
        "<w/>");
  }

  private static byte[] zip(String... entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry(entries[i]));
        zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static String detect(String text) {
    return DocumentTypes.detect(text.getBytes(StandardCharsets.UTF_8));
  }
}
