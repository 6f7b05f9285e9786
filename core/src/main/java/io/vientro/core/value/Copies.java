package io.vientro.core.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Unmodifiable copies that let a null pass: a record bound from a request must be constructible
 * with a hole in it, so that the edge can name every hole at once instead of failing at the first.
 */
public final class Copies {
  private Copies() {}

  public static <T> List<T> list(List<T> source) {
    return source == null ? source : Collections.unmodifiableList(new ArrayList<>(source));
  }

  public static <T> List<T> listOrEmpty(@Nullable List<T> source) {
    return source == null ? List.of() : list(source);
  }

  /** The first list with the second behind it. */
  public static <T> List<T> append(List<T> first, List<? extends T> second) {
    var both = new ArrayList<T>(first);
    both.addAll(second);
    return Collections.unmodifiableList(both);
  }

  /** Sorted, so that equal sets are written as equal bytes. */
  public static <T extends Comparable<T>> SortedSet<T> setOrEmpty(@Nullable Set<T> source) {
    var copy = new TreeSet<T>();
    if (source != null) {
      source.stream().filter(e -> e != null).forEach(copy::add);
    }
    return Collections.unmodifiableSortedSet(copy);
  }
}
