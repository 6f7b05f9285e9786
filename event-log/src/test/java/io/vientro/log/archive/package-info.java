@org.jspecify.annotations.NullMarked
package io.vientro.log.archive;
