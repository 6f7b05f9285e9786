/** The queries over HTTP, and what the operator sees of the read models. */
@org.jspecify.annotations.NullMarked
package io.vientro.query.web;
