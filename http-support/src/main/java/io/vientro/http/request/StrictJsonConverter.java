package io.vientro.http.request;

import io.vientro.http.json.StrictJson;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.problem.ProblemTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Reads {@code @RequestBody} records with {@link StrictJson} and writes answers with its mapper. It
 * reads nothing but {@code application/json}, UTF-8, uncompressed.
 */
public final class StrictJsonConverter extends JacksonJsonHttpMessageConverter {
  static final String CANONICAL = StrictJsonConverter.class.getName() + ".canonical";

  private final StrictJson json;
  private final BodyLimit limit;

  public StrictJsonConverter(StrictJson json, BodyLimit limit) {
    super(json.mapper());
    this.json = json;
    this.limit = limit;
  }

  @Override
  public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
    return mediaType != null
        && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(mediaType)
        && (mediaType.getCharset() == null || mediaType.getCharset() == StandardCharsets.UTF_8)
        && type.toClass().isRecord();
  }

  @Override
  public Object read(
      ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
      throws IOException {
    var encoding = message.getHeaders().getFirst("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw ProblemException.of(ProblemTypes.UNSUPPORTED_MEDIA_TYPE).withField("Content-Encoding");
    }
    var body = limit.read(message.getHeaders().getContentLength(), message.getBody());
    var bound = json.bound(body, type.toClass());
    // The message is wrapped by Spring MVC, so the request behind it is asked for in this way.
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(CANONICAL, bound.canonical(), RequestAttributes.SCOPE_REQUEST);
    }
    return bound.value();
  }
}
