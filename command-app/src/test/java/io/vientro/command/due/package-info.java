@org.jspecify.annotations.NullMarked
package io.vientro.command.due;
