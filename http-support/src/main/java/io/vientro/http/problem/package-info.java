/** Every "no" of the edge as an RFC 9457 problem: stable code, texts in Vietnamese and English. */
@org.jspecify.annotations.NullMarked
package io.vientro.http.problem;
