/** What closed months pay, in files for the payroll system and for people, and what has become of them there. */
package dev.premia.payroll;
