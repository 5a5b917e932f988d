/** KPIs: functions of measures in a calendar window. One catalogue of names, units, titles and formulas. */
package dev.premia.domain.kpi;
