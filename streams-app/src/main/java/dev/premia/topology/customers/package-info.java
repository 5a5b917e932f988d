/** Stage 2: customers. First and repeat deals, distinct buyers of managers and groups. */
package dev.premia.topology.customers;
