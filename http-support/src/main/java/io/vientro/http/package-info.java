/**
 * The HTTP edge that both applications share. An application imports {@link
 * io.vientro.http.HttpSupportConfiguration}.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.http;
