/** Connectors bring the events of foreign systems into the topics and take results out. */
package dev.premia.connectors;
