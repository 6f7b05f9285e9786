/** What the command line of the one-process vientro promises. */
@org.jspecify.annotations.NullMarked
package io.vientro.standalone;
