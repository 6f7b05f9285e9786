@org.jspecify.annotations.NullMarked
package io.vientro.app;
