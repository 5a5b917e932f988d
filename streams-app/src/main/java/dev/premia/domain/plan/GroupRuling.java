package dev.premia.domain.plan;

import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A component of a group in a window: which version of the plan rules it, and which days count.
 *
 * @param version the version valid on the last of the days
 * @param days those of the window, or those of a contest that has its own
 */
public record GroupRuling(PlanVersion version, Component component, Window window, DayRange days) {

    /** The rulings of a plan in a window, in the order of the file. */
    public static List<GroupRuling> of(PlanBook book, String plan, Window window) {
        Map<String, GroupRuling> rulings = new LinkedHashMap<>(4);
        for (PlanVersion version : book.versions(plan)) {
            for (Component component : book.reads(version).componentsOfGroups()) {
                DayRange days = daysOf(component, window);
                if (days != null && isValid(book.validOn(plan, days.lastDay()), version)) {
                    rulings.put(component.id(), new GroupRuling(version, component, window, days));
                }
            }
        }
        return rulings.isEmpty() ? List.of() : new ArrayList<>(rulings.values());
    }

    private static boolean isValid(PlanVersion valid, PlanVersion version) {
        return valid != null && valid.version() == version.version();
    }

    /** The days that count for a component in a window; null when it is not decided in it. */
    private static DayRange daysOf(Component component, Window window) {
        if (component.window() != window.kind()) {
            return null;
        }
        DayRange own = ownDays(component);
        if (own == null) {
            return window.days();
        }
        return window.contains(own.lastDay()) ? own : null;
    }

    private static DayRange ownDays(Component component) {
        return component.rule() instanceof PayRule.Contest contest ? contest.days() : null;
    }

    /** Days of other windows that count in a window: those of contests that have their own. */
    static List<DayRange> furtherDays(PlanBook book, Collection<PlanVersion> versions, Window window) {
        List<DayRange> further = new ArrayList<>(0);
        for (PlanVersion version : versions) {
            for (Component component : book.reads(version).componentsOfGroups()) {
                DayRange own = daysOf(component, window);
                if (own != null && !own.equals(window.days())) {
                    further.add(own);
                }
            }
        }
        return further;
    }

    /** The windows beside its own in which a day counts: those of contests that have days of their own. */
    public static TreeSet<Window> furtherWindows(PlanBook book, PlanVersion version, int day) {
        TreeSet<Window> windows = new TreeSet<>();
        for (Component component : book.reads(version).componentsOfGroups()) {
            DayRange own = ownDays(component);
            if (own != null && own.contains(day)) {
                windows.add(Window.containing(component.window(), LocalDate.ofEpochDay(own.to() - 1L)));
            }
        }
        return windows;
    }
}
