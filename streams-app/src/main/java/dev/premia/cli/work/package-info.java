/** Commands over files, plans and topics: what people compute, publish, simulate and ask to be explained. */
package dev.premia.cli.work;
