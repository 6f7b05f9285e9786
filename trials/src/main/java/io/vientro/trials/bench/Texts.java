package io.vientro.trials.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Payloads of 400 and metadata of 120 bytes, all different: JSON of words and random letters in
 * about equal parts, so that a store's compression gains what it would on real papers, and no more.
 * Made beforehand, since making them is nobody's merit; the same seed gives the same texts.
 */
final class Texts {
  static final int PAYLOAD_BYTES = 400;
  static final int METADATA_BYTES = 120;

  private static final int DIFFERENT = 4096;
  private static final int RANDOM_LETTERS = 8;
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
      payloads.add(json("{\"title\":\"", PAYLOAD_BYTES, random));
      metadata.add(json("{\"actor\":\"", METADATA_BYTES, random));
    }
  }

  String payload(long n) {
    return payloads.get((int) (n % DIFFERENT));
  }

  String metadata(long n) {
    return metadata.get((int) (n % DIFFERENT));
  }

  private static String json(String begin, int bytes, Random random) {
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
