/** What both applications' OpenAPI descriptions have in common. */
@org.jspecify.annotations.NullMarked
package io.vientro.http.openapi;
