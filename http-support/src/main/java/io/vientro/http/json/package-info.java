/**
 * Strict JSON: a body says exactly what a command needs, or it is refused with the path of what is
 * wrong.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.http.json;
