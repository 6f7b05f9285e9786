/** What queries are answered with, and how the answers are put together. */
@org.jspecify.annotations.NullMarked
package io.vientro.query.answer;
