package io.vientro.query.projection;

/** One document of a read model. */
public interface ViewDocument {

  /** Its {@code _id}; the order of the view is the order of these. */
  String id();

  /** Position of the last event in it. */
  long position();
}
