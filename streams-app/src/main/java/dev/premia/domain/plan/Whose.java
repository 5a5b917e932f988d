package dev.premia.domain.plan;

/** Whose figures a formula names, or among whom managers are compared. */
public enum Whose {
    /** The manager who is paid. */
    MANAGER,
    /** A team: of a pool the team whose pool it is, else the one that the manager leads or belongs to. */
    TEAM,
    COMPANY
}
