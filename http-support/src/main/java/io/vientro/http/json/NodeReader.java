package io.vientro.http.json;

import io.vientro.http.problem.BadRequestException;
import io.vientro.http.problem.FieldError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a body into nodes. What breaks the JSON itself ends the reading; a duplicate field is a
 * finding and reading goes on.
 */
final class NodeReader {
  // Looked at one by one afterwards, with the field's path; these only keep the parser itself from
  // working for nothing.
  private static final int LONGEST_TOKEN = 100_000;

  private final JsonFactory factory;
  private final JsonLimits limits;

  NodeReader(JsonLimits limits) {
    this.limits = limits;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.nesting() + 1)
                    .maxNumberLength(LONGEST_TOKEN)
                    .maxStringLength(4 * LONGEST_TOKEN)
                    .maxNameLength(200)
                    .build())
            .build();
  }

  /**
   * @throws BadRequestException if the body is empty, not UTF-8, not one well-formed JSON value, or
   *     beyond the limits
   */
  Node read(byte[] body, Findings findings) {
    var text = decode(body);
    if (text.isBlank()) {
      throw new BadRequestException(FieldError.of("empty-body", null));
    }
    try (var parser = factory.createParser(ObjectReadContext.empty(), text)) {
      return new Run(parser, findings).whole();
    }
  }

  private static String decode(byte[] body) {
    try {
      // A fresh decoder reports what new String(...) would silently replace.
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      if (text.startsWith("\uFEFF")) {
        throw new BadRequestException(FieldError.of("not-utf8", null));
      }
      return text;
    } catch (CharacterCodingException notUtf8) {
      throw new BadRequestException(FieldError.of("not-utf8", null));
    }
  }

  private final class Run {
    private final JsonParser parser;
    private final Findings findings;
    private int depth;
    private int values;

    Run(JsonParser parser, Findings findings) {
      this.parser = parser;
      this.findings = findings;
    }

    Node whole() {
      Node root;
      try {
        parser.nextToken();
        root = value("");
      } catch (JacksonException malformed) {
        throw malformed(malformed);
      }
      try {
        if (parser.nextToken() == null) {
          return root;
        }
      } catch (JacksonException rest) {
        // Whatever follows, it should not be there.
      }
      throw new BadRequestException(FieldError.of("trailing-content", null));
    }

    private Node value(String path) {
      if (++values > limits.values()) {
        throw new BadRequestException(FieldError.of("too-many-values", path));
      }
      return switch (parser.currentToken()) {
        case START_OBJECT -> object(path);
        case START_ARRAY -> list(path);
        case VALUE_STRING -> new Node.Text(parser.getString());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Num(parser.getString());
        case VALUE_TRUE -> new Node.Bool(true);
        case VALUE_FALSE -> new Node.Bool(false);
        case VALUE_NULL -> new Node.Null();
        case null, default -> throw new BadRequestException(malformedAt(path));
      };
    }

    private Node object(String path) {
      deeper(path);
      var fields = new LinkedHashMap<String, Node>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = parser.currentName();
        var child = Paths.field(path, name);
        parser.nextToken();
        var read = value(child);
        if (fields.putIfAbsent(name, read) != null) {
          findings.add(FieldError.of("duplicate-field", child));
        }
      }
      depth--;
      return new Node.Obj(fields);
    }

    private Node list(String path) {
      deeper(path);
      var elements = new ArrayList<Node>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(value(Paths.element(path, elements.size())));
      }
      depth--;
      return new Node.Arr(elements);
    }

    private void deeper(String path) {
      if (++depth > limits.nesting()) {
        throw new BadRequestException(FieldError.of("too-deep", path, limits.nesting()));
      }
    }

    private BadRequestException malformed(JacksonException thrown) {
      var path = path(parser.streamReadContext());
      return thrown instanceof StreamConstraintsException
          ? new BadRequestException(FieldError.of("too-many-values", path))
          : new BadRequestException(malformedAt(path));
    }

    // Asked of the parser, since it looks ahead: a bad number is noticed while its field's name is
    // being read.
    private static String path(TokenStreamContext here) {
      if (here.inRoot()) {
        return "";
      }
      var parent = path(here.getParent());
      if (here.inArray()) {
        return Paths.element(parent, here.getCurrentIndex());
      }
      var name = here.currentName();
      return name == null ? parent : Paths.field(parent, name);
    }

    private FieldError malformedAt(String path) {
      var where = parser.currentLocation();
      return FieldError.of("malformed-json", path, where.getLineNr(), where.getColumnNr());
    }
  }
}
