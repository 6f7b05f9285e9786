/**
 * What falls due, and when: an index that the command side keeps for itself, and the worker that
 * asks for what it names to be raised. Whether anything is raised the dossier decides.
 */
@NullMarked
package io.vientro.command.due;

import org.jspecify.annotations.NullMarked;
