/** The users file, its command line and HTTP Basic over it. */
@org.jspecify.annotations.NullMarked
package io.vientro.http.users;
