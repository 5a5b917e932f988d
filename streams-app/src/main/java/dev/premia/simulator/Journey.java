package dev.premia.simulator;

/** The life of one entity: each appointment is its next step. */
abstract class Journey extends Appointment {

    /** Does the step that is due at {@link #at()}; makes the appointment for the following one, if any. */
    abstract void step();
}
