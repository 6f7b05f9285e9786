/**
 * What a controller may ask about a request: who acts, the If-Match tag, the digest of the body.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.http.request;
