/** The layers, checked: which package may know which, and that each rule notices when it is broken. */
package dev.premia.architecture;
