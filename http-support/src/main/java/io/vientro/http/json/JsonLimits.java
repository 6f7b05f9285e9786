package io.vientro.http.json;

/**
 * What a body may hold at most.
 *
 * @param nesting levels of objects and lists
 * @param values objects, lists and scalars in all
 * @param textLength characters (code points) of one text
 * @param elements elements of one list, set or map
 * @param integerDigits digits of a number before the decimal point
 * @param fractionDigits digits of a number after it
 * @param findings how many findings are reported at most
 */
public record JsonLimits(
    int nesting,
    int values,
    int textLength,
    int elements,
    int integerDigits,
    int fractionDigits,
    int findings) {

  public static final JsonLimits DEFAULT = new JsonLimits(32, 20_000, 4_000, 500, 20, 4, 50);
}
