/** Stage 4: teams and the company. Sums of members' cells; what plans read goes back to the managers. */
package dev.premia.topology.groups;
