package dev.premia.simulator;

import dev.premia.schemas.AvroTrust;
import dev.premia.schemas.Call;
import dev.premia.simulator.SimulationOptions.Profile;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** One run: walks through days and quarters of an hour, lets work begin, and hands out records as the log accepts them. */
final class Simulation implements Iterator<SimulatedRecord> {
    private final Department department;
    private final MasterData masterData;
    private final Funnel funnel;
    private final Diary diary;
    private final long limit;
    private final long end;
    private int day;
    private int slot;
    private long bound;
    private SimulatedRecord upcoming;

    Simulation(SimulationOptions options) {
        AvroTrust.install();
        department = new Department(options);
        masterData = new MasterData(department);
        funnel = new Funnel(department);
        diary = new Diary(department);
        limit = options.events() > 0 ? options.events() : Long.MAX_VALUE;
        end = options.events() > 0 ? Long.MAX_VALUE : department.days.start(department.lengthInDays);
        masterData.publishFirstMorning();
        if (options.profile() != Profile.CALLS_ONLY) {
            funnel.resumeOpenDeals();
        }
        openDay();
        openSlot();
        upcoming = advance();
    }

    @Override
    public boolean hasNext() {
        return upcoming != null;
    }

    @Override
    public SimulatedRecord next() {
        SimulatedRecord current = upcoming;
        if (current == null) {
            throw new NoSuchElementException("The simulated period is over.");
        }
        upcoming = advance();
        return current;
    }

    /** Appointments in the agenda: what the memory of a run grows with. */
    int pending() {
        return department.agenda.size();
    }

    private SimulatedRecord advance() {
        if (department.workload.emitted() >= limit) {
            return null;
        }
        while (true) {
            Appointment appointment = department.agenda.pollBefore(bound);
            if (appointment instanceof Delivery delivery) {
                return emit(delivery);
            } else if (appointment instanceof Journey journey) {
                journey.step();
            } else if (bound >= end) {
                return null;
            } else {
                nextSlot();
            }
        }
    }

    private SimulatedRecord emit(Delivery delivery) {
        department.workload.count(delivery.value instanceof Call);
        return new SimulatedRecord(delivery.topic, delivery.key, delivery.value, Instant.ofEpochMilli(delivery.at()));
    }

    private void nextSlot() {
        slot++;
        if (slot == Seasonality.SLOTS) {
            slot = 0;
            day++;
            openDay();
        }
        openSlot();
    }

    private void openDay() {
        department.roster.openDay(day);
        department.workload.openDay(day);
        masterData.openDay(day);
        department.traffic.openDay();
        funnel.openDay();
        if (department.options.profile() == Profile.DEPARTMENT) {
            diary.openDay();
        }
    }

    /** The last slot of a day lasts until the next midnight, also where clocks are changed. */
    private void openSlot() {
        long start = department.days.start(day) + slot * Agenda.QUARTER_HOUR;
        long midnight = department.days.start(day + 1);
        bound = slot == Seasonality.SLOTS - 1 ? midnight : Math.min(start + Agenda.QUARTER_HOUR, midnight);
        if (start < midnight) {
            department.traffic.openSlot(slot, start);
            funnel.openSlot(slot, start);
            diary.openSlot(slot, start);
        }
    }
}
