package io.vientro.rulepacks;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A YAML file that has passed {@link StrictYaml} and its schema, and what is found in it after
 * that.
 */
final class CheckedFile {
  private final StrictYaml.Document document;
  private final String sourceName;
  private final List<Finding> findings = new ArrayList<>();

  private CheckedFile(StrictYaml.Document document, String sourceName) {
    this.document = document;
    this.sourceName = sourceName;
  }

  /**
   * Reads a text.
   *
   * @throws RulePackException naming all ambiguities and all deviations from the schema
   */
  static CheckedFile read(String text, String sourceName, Schema schema) {
    var file = new CheckedFile(StrictYaml.read(text, sourceName), sourceName);
    file.findings.addAll(file.document.findings());
    if (!file.document.root().isNull()) {
      schema
          .validate(
              file.document.root(),
              context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)))
          .stream()
          .filter(e -> !insideAlternative(e))
          .forEach(e -> file.findings.add(file.finding(e)));
    }
    file.throwIfAny();
    return file;
  }

  /** The text of UTF-8 bytes; bytes that are none are refused, not replaced. */
  static String decode(byte[] bytes, String sourceName) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RulePackException(sourceName, List.of(new Finding(1, 1, "", "not UTF-8")));
    }
  }

  static Schema schema(String resource) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(resource(resource), InputFormat.JSON);
  }

  /** The text of a resource beside this class. */
  static String resource(String name) {
    try (InputStream in = CheckedFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this build lacks its resource " + name);
      }
      return decode(in.readAllBytes(), name);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read resource " + name, e);
    }
  }

  JsonNode root() {
    return document.root();
  }

  void add(String path, String message) {
    findings.add(document.finding(path, message));
  }

  /**
   * @throws RulePackException if anything was found
   */
  void throwIfAny() {
    if (!findings.isEmpty()) {
      throw new RulePackException(
          sourceName,
          findings.stream()
              .distinct()
              .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
              .toList());
    }
  }

  /** A day of the calendar; one that does not exist is found, and read as the first day of time. */
  LocalDate date(JsonNode parent, String key, String path) {
    try {
      return LocalDate.parse(parent.get(key).stringValue());
    } catch (DateTimeException e) {
      add(path + "/" + key, parent.get(key).stringValue() + " is not a day of the calendar");
      return LocalDate.MIN;
    }
  }

  @Nullable LocalDate dateOrNull(JsonNode parent, String key, String path) {
    return parent.has(key) ? date(parent, key, path) : null;
  }

  /**
   * What single alternatives miss says nothing; that none or several fit does, and is reported on
   * its own.
   */
  private static boolean insideAlternative(Error error) {
    return error.getEvaluationPath().toString().contains("/oneOf/");
  }

  private Finding finding(Error error) {
    var path = error.getInstanceLocation().toString();
    var property = String.valueOf(error.getProperty());
    return switch (error.getKeyword()) {
      case "additionalProperties" -> {
        var at = document.keys().get(path + "/" + property);
        yield at == null
            ? document.finding(path, "unknown field '" + property + "'")
            : new Finding(
                at.line(), at.column(), path + "/" + property, "unknown field '" + property + "'");
      }
      case "required" -> document.finding(path, "field '" + property + "' is missing");
      case "dependentRequired" ->
          // Of its two arguments the first is what is missing; the property is what asks for it.
          document.finding(
              path,
              "field '"
                  + error.getArguments()[0]
                  + "' is missing; it goes with others that are there");
      case "oneOf" -> document.finding(path, "needs exactly one of: " + alternatives(error));
      default -> document.finding(path, error.getMessage().replaceFirst("^[^:]*: ", ""));
    };
  }

  private static String alternatives(Error error) {
    var names = new ArrayList<String>();
    for (var alternative : error.getSchemaNode()) {
      var words = new ArrayList<String>();
      alternative.get("required").forEach(r -> words.add(r.stringValue()));
      names.add(String.join(" with ", words));
    }
    return String.join(", ", names);
  }
}
