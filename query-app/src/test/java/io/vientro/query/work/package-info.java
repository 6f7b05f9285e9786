@org.jspecify.annotations.NullMarked
package io.vientro.query.work;
