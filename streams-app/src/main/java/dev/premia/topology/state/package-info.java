/** How the stages keep their state: keys that sort, formats with a version. */
package dev.premia.topology.state;
