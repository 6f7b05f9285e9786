package io.vientro.store;

import io.vientro.core.DomainEvent;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.value.Personal;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one instance of any event, the same each time, with every optional part given or with none.
 */
public final class SampleEvents {
  /** Stands in every personal value that a sample holds. */
  public static final String SECRET = "Nguyễn Thị Mẫu";

  /**
   * Optional components that were added after their event's golden file was written: what is stored
   * without them keeps its bytes and reads as before, so they are no new revision.
   */
  private static final Set<String> ADDED =
      Set.of(
          "LegalTerm.fixed",
          "CalendarNotice.jurisdiction",
          "AidFacts.scope",
          "AidClassified.scope",
          "DecisionContent.saleConsent",
          "TimeLimitStarted.at",
          "TimeLimitStarted.used",
          "TimeLimitStarted.jurisdiction",
          "TimeLimitStarted.period",
          "TimeLimitStarted.debtor",
          "TimeLimitStarted.shifted",
          "TimeLimitStarted.asks",
          "TimeLimitStarted.warnDays");

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 2, 28);

  private final boolean full;
  private final boolean added;
  private int counter;

  private SampleEvents(boolean full, boolean added) {
    this.full = full;
    this.added = added;
  }

  public static <E> E full(Class<E> type) {
    return type.cast(new SampleEvents(true, false).make(type, "event"));
  }

  /** As {@link #full}, with what was added since the golden files. */
  public static <E> E complete(Class<E> type) {
    return type.cast(new SampleEvents(true, true).make(type, "event"));
  }

  public static <E> E bare(Class<E> type) {
    return type.cast(new SampleEvents(false, false).make(type, "event"));
  }

  /**
   * Every class of core that is an event, found in its class files and not in a list that could be
   * forgotten.
   */
  public static List<Class<?>> eventClasses() {
    try {
      var source = DomainEvent.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      if (Files.isDirectory(Path.of(source))) {
        return in(Path.of(source));
      }
      try (var jar = FileSystems.newFileSystem(URI.create("jar:" + source), Map.of())) {
        return in(jar.getPath("/"));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> in(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(f -> root.relativize(f).toString().replace('\\', '/'))
          .filter(f -> f.endsWith(".class") && !f.contains("-info"))
          .<Class<?>>map(f -> load(f.substring(0, f.length() - ".class".length())))
          .filter(c -> DomainEvent.class.isAssignableFrom(c) && !c.isInterface())
          .toList();
    }
  }

  private static Class<?> load(String path) {
    try {
      return Class.forName(path.replace('/', '.'), false, DomainEvent.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object make(Type type, String name) {
    counter++;
    if (type instanceof ParameterizedType generic) {
      var element = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == List.class) {
        return full ? List.of(make(element, name), make(element, name)) : List.of();
      }
      if (generic.getRawType() == Set.class) {
        return full ? Set.of(make(element, name)) : Set.of();
      }
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException("no sample for " + type);
    }
    if (plain == String.class) {
      return name + " \"đ\" " + counter;
    } else if (plain == Personal.class) {
      return Personal.of(SECRET + " " + counter);
    } else if (plain == LocalDate.class) {
      return FIRST_DAY.plusDays(counter);
    } else if (plain == Instant.class) {
      return FIRST_DAY.plusDays(counter).atStartOfDay(ZoneOffset.UTC).toInstant();
    } else if (plain == BigDecimal.class) {
      return new BigDecimal(counter + "000000.50");
    } else if (plain == int.class || plain == Integer.class) {
      return counter;
    } else if (plain == long.class) {
      return 9_007_199_254_740_993L + counter;
    } else if (plain == boolean.class || plain == Boolean.class) {
      return full;
    } else if (plain.isEnum()) {
      // Of the first two only, so that a further constant changes no golden file.
      var constants = plain.getEnumConstants();
      return constants[counter % Math.min(2, constants.length)];
    } else if (plain.isRecord()) {
      return makeRecord(plain);
    }
    throw new IllegalArgumentException("no sample for " + type);
  }

  private Object makeRecord(Class<?> type) {
    if (added && type == LegalTerm.class) {
      var basis = (LegalBasis) make(LegalBasis.class, "basis");
      var fixed = (LocalDate) make(LocalDate.class, "fixed");
      return new LegalTerm(1, LegalTerm.Unit.FIXED_DATE, LegalTerm.EndRule.NO_ROLL, basis, fixed);
    }
    var components = type.getRecordComponents();
    var values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      var optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
      var later = ADDED.contains(type.getSimpleName() + "." + components[i].getName());
      values[i] =
          optional && !full || later && !added
              ? null
              : make(components[i].getGenericType(), components[i].getName());
    }
    try {
      return type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new))
          .newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
