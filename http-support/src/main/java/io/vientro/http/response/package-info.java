/** What every answer carries: the request's id, the log's mode, the state's tag. */
@org.jspecify.annotations.NullMarked
package io.vientro.http.response;
