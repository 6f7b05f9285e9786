package io.vientro.trials.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Payloads of 400 and metadata of 120 bytes, all different: JSON with names of fields that come
 * again and again, as they do in real events, and values of words, numbers and random letters. Made
 * beforehand, since making them is nobody's merit; the same seed gives the same texts.
 */
final class Texts {
  static final int PAYLOAD_BYTES = 400;
  static final int METADATA_BYTES = 120;

  private static final int DIFFERENT = 4096;
  private static final int RANDOM_LETTERS = 8;

  /** A SHA-256 in Base64. */
  private static final int DIGEST_LETTERS = 43;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final List<String> WORDS =
      List.of(
          "hồ",
          "sơ",
          "viện",
          "trợ",
          "cơ",
          "quan",
          "chủ",
          "quản",
          "thẩm",
          "định",
          "phê",
          "duyệt",
          "khoản",
          "ý",
          "kiến",
          "góp",
          "aid",
          "grant",
          "dossier",
          "project",
          "province",
          "school",
          "clinic",
          "water",
          "equipment",
          "training",
          "district",
          "report",
          "budget",
          "partner");

  private final List<String> payloads = new ArrayList<>(DIFFERENT);
  private final List<String> metadata = new ArrayList<>(DIFFERENT);

  Texts(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < DIFFERENT; i++) {
      payloads.add(filled(payload(random), PAYLOAD_BYTES, random));
      metadata.add(filled(metadata(random), METADATA_BYTES, random));
    }
  }

  String payload(long n) {
    return payloads.get((int) (n % DIFFERENT));
  }

  String metadata(long n) {
    return metadata.get((int) (n % DIFFERENT));
  }

  private static String payload(Random random) {
    return "{\"title\":\"%s %s %s\",\"owner\":\"%s %s\",\"province\":\"%s\",\"amount\":\"%d.00\","
            .formatted(
                word(random),
                word(random),
                word(random),
                word(random),
                word(random),
                word(random),
                random.nextInt(1_000_000_000))
        + "\"currency\":\"USD\",\"from\":\"20%02d-%02d-01\",\"reference\":\"%s\",\"note\":\""
            .formatted(random.nextInt(100), 1 + random.nextInt(12), letters(12, random));
  }

  private static String metadata(Random random) {
    return "{\"user\":\"%s\",\"role\":\"%s\",\"digest\":\"%s\",\"agency\":\""
        .formatted(letters(RANDOM_LETTERS, random), word(random), letters(DIGEST_LETTERS, random));
  }

  /** The text up to an open value, which words fill to the length wanted. */
  private static String filled(String begin, int bytes, Random random) {
    StringBuilder text = new StringBuilder(begin);
    int left = bytes - bytes(begin) - 2;
    while (left > 0) {
      String word = word(random) + " ";
      if (bytes(word) > left) {
        word = letters(left, random);
      }
      text.append(word);
      left -= bytes(word);
    }
    return text.append("\"}").toString();
  }

  private static String word(Random random) {
    return random.nextInt(3) == 0
        ? letters(RANDOM_LETTERS, random)
        : WORDS.get(random.nextInt(WORDS.size()));
  }

  private static String letters(int count, Random random) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
