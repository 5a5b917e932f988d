/** A small product in which every rule of the layers is broken once, to see that the rules notice. */
package dev.premia.architecture.sample;
