/** Who may read what. */
@org.jspecify.annotations.NullMarked
package io.vientro.query.rights;
