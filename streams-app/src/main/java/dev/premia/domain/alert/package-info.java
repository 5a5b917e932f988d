/** What people are told when their figures cross a line: in words, in both languages, with the figures by name. */
package dev.premia.domain.alert;
