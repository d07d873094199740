/**
 * The rules in force, by date: read from Dutch decision tables, evaluated as boxes of allowed values, and proved. Takes text,
 * never files.
 */
@NullMarked
package nl.sluis.policy.rules;

import org.jspecify.annotations.NullMarked;
