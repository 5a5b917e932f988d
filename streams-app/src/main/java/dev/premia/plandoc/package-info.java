/** Plans for people: what changed between two versions, in words, and a plan as a numbered document that can be signed. */
package dev.premia.plandoc;
