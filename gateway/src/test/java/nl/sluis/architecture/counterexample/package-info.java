/**
 * Deliberate violations, one for each rule: a rule that finds nothing here is no rule. The packages mirror those of the product;
 * a class that Spring would find is abstract, so that no test's application takes it in.
 */
@NullMarked
package nl.sluis.architecture.counterexample;

import org.jspecify.annotations.NullMarked;
