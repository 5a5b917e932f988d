/**
 * What sources say: whole entities at a revision, and the rules by which a single record is valid. Ids and references
 * are qualified by their source ({@code bitrix24-main/1234}).
 */
package dev.premia.domain.event;
