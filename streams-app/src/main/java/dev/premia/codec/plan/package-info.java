/**
 * Plan files: YAML to {@link dev.premia.domain.plan.PlanVersion}. Every problem of a file is reported, with its line and column, what was
 * found, what was expected and what to do.
 */
package dev.premia.codec.plan;
