package io.vientro.http.json;

/**
 * A text that may be longer than others, such as a whole rule pack. Beans of this type are taken up
 * by the edge.
 *
 * @param type the record
 * @param component its component, a String
 * @param characters the most, code points
 */
public record TextLimit(Class<?> type, String component, int characters) {}
